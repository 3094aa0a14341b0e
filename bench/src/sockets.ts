import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { answering, memory, startOn, stop } from "./processes.ts";
import { Crowd } from "./sockets/clients.ts";
import { SUBSCRIPTION, typeDefs } from "./sockets/graph.ts";

/**
 * One event to many websockets: a server on one core, clients and subgraphs on the other. Servers take turns round by
 * round and medians are compared; "bare" writes one prepared frame to every socket, which is the limit.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    sockets: { type: "string", default: "1000,10000" },
    deliveries: { type: "string", default: "200000" },
    only: { type: "string", default: "bare,plain,yimen" },
  },
});
const SERVER_CORE = 0;
const CLIENT_CORE = 1;
const PORT = 4700;
const SUBGRAPH_PORT = 4710;
const DELIVERIES = Number(values.deliveries); // in one measurement
const TICKS = 100; // of processor time, a second

execFileSync("taskset", ["-cp", `${CLIENT_CORE}`, `${process.pid}`]);
const here = (file: string) => join(import.meta.dirname, "sockets", file);
const folder = mkdtempSync(join(tmpdir(), "yimen-sockets-"));
const supergraph = join(folder, "supergraph.graphql");
writeFileSync(supergraph, compose());

interface Server {
  readonly name: string;
  readonly command: readonly string[];
  /** Where `POST /step` makes an event. */
  readonly stepPort: number;
  readonly path: string;
  readonly speaksGraphQL: boolean;
}
const gateway = join(import.meta.dirname, "../../gateway/bin/yimen-gateway.mjs");
const servers: readonly Server[] = [
  { name: "bare", command: [here("bareServer.ts"), `${PORT}`], stepPort: PORT, path: "/", speaksGraphQL: false },
  {
    name: "plain",
    command: [here("plainServer.ts"), `${PORT}`],
    stepPort: PORT,
    path: "/graphql",
    speaksGraphQL: true,
  },
  {
    name: "yimen",
    command: [gateway, "--supergraph", supergraph, "--port", `${PORT}`, "--dev"],
    stepPort: SUBGRAPH_PORT,
    path: "/graphql",
    speaksGraphQL: true,
  },
];

interface Row {
  readonly deliveriesPerSecond: number;
  /** Deliveries in a second of the server's processor time. */
  readonly deliveriesPerCpuSecond: number;
  /** Bytes of memory that an idle subscribed socket takes. */
  readonly bytesPerSocket: number;
  /** Milliseconds from an event until the last socket has it. */
  readonly p50: number;
  readonly p99: number;
}
const results: Record<string, Record<string, Row[]>> = {};
const subgraphs = startOn(CLIENT_CORE, [process.execPath, here("subgraphs.ts"), `${SUBGRAPH_PORT}`]);
try {
  await answering(`http://127.0.0.1:${SUBGRAPH_PORT}/graphql`, subgraphs.output);
  for (const sockets of values.sockets.split(",").map(Number)) {
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const server of servers) if (values.only.split(",").includes(server.name)) await measure(server, sockets);
    }
  }
} finally {
  await stop(subgraphs.child);
}
report();

async function measure(server: Server, sockets: number): Promise<void> {
  const running = startOn(SERVER_CORE, [process.execPath, "--require", here("collectGarbage.cjs"), ...server.command]);
  const crowd = new Crowd();
  const pid = running.child.pid as number;
  try {
    await answering(`http://127.0.0.1:${PORT}/graphql`, running.output);
    const before = await held(pid);
    const subscribe = () => [
      '{"type":"connection_init"}',
      JSON.stringify({ id: randomUUID(), type: "subscribe", payload: { query: SUBSCRIPTION } }),
    ];
    const says = server.speaksGraphQL ? subscribe : () => [];
    await crowd.open(PORT, server.path, sockets, says);
    await allListen(crowd, server, sockets);
    const bytesPerSocket = ((await held(pid)) - before) / sockets;

    const latencies: number[] = [];
    for (let n = 0; n < 5; n++) await deliver(crowd, server, sockets);
    const cpuBefore = cpuTicks(pid);
    const began = performance.now();
    const events = Math.max(10, Math.ceil(DELIVERIES / sockets));
    for (let n = 0; n < events; n++) latencies.push(await deliver(crowd, server, sockets));
    const seconds = (performance.now() - began) / 1_000;
    const cpuSeconds = (cpuTicks(pid) - cpuBefore) / TICKS;
    latencies.sort((one, other) => one - other);
    const at = (share: number) => latencies[Math.floor(share * (latencies.length - 1))] ?? 0;
    const row: Row = {
      deliveriesPerSecond: (events * sockets) / seconds,
      deliveriesPerCpuSecond: (events * sockets) / cpuSeconds,
      bytesPerSocket,
      p50: at(0.5),
      p99: at(0.99),
    };
    results[sockets] ??= {};
    results[sockets][server.name] ??= [];
    results[sockets][server.name]?.push(row);
    console.info(`${sockets} ${server.name}: ${JSON.stringify(row)}`);
  } finally {
    crowd.close();
    await stop(running.child);
  }
}

/** Events are made until one has reached everybody: then all are subscribed. */
async function allListen(crowd: Crowd, server: Server, sockets: number): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    crowd.received = 0;
    const everybody = crowd.until(sockets).then(() => true);
    await makeEvent(server);
    if (await Promise.race([everybody, setTimeout(1_000, false)])) return;
  }
  throw new Error(`${server.name}: not everybody is subscribed`);
}

/** @returns milliseconds until the last socket had it */
async function deliver(crowd: Crowd, server: Server, sockets: number): Promise<number> {
  crowd.received = 0;
  const began = performance.now();
  const everybody = crowd.until(sockets);
  await makeEvent(server);
  await everybody;
  return performance.now() - began;
}

async function makeEvent({ stepPort }: Server): Promise<void> {
  await (await fetch(`http://127.0.0.1:${stepPort}/step`, { method: "POST" })).arrayBuffer();
}

/** Bytes a server holds after it has freed what it can. */
async function held(pid: number): Promise<number> {
  process.kill(pid, "SIGUSR2");
  await setTimeout(3_000);
  return memory(pid) * 1024 * 1024;
}

function cpuTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

function compose(): string {
  const services = (["cases", "staff"] as const).map((name, index) => ({
    name,
    url: `http://127.0.0.1:${SUBGRAPH_PORT + index}/graphql`,
    typeDefs: parse(typeDefs[name]),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.join("\n"));
  return supergraphSdl;
}

function report() {
  const keys = ["deliveriesPerSecond", "deliveriesPerCpuSecond", "bytesPerSocket", "p50", "p99"] as const;
  const median = (rows: readonly Row[], key: keyof Row) =>
    rows.map((row) => row[key]).sort((one, other) => one - other)[Math.floor(rows.length / 2)] as number;
  const summary = Object.fromEntries(
    Object.entries(results).map(([sockets, byServer]) => [
      sockets,
      Object.fromEntries(
        Object.entries(byServer).map(([name, rows]) => [
          name,
          {
            ...Object.fromEntries(keys.map((key) => [key, Number(median(rows, key).toFixed(1))])),
            ...ratios(byServer, rows, median),
          },
        ]),
      ),
    ]),
  );
  for (const [sockets, rows] of Object.entries(summary)) {
    console.info(`\n${sockets} sockets`);
    console.table(rows);
  }
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
  const measured = { date: new Date().toISOString().slice(0, 10), commit, machine, rounds: values.rounds, summary };
  mkdirSync(join(import.meta.dirname, "../results"), { recursive: true });
  writeFileSync(join(import.meta.dirname, "../results/sockets.json"), `${JSON.stringify(measured, null, 2)}\n`);
}

/** How it stands to the limit. */
function ratios(
  { bare }: Record<string, Row[]>,
  rows: readonly Row[],
  median: (rows: readonly Row[], key: keyof Row) => number,
) {
  if (!bare) return {};
  const ratio = (key: keyof Row) => Number((median(rows, key) / median(bare, key)).toFixed(2));
  return {
    ofBare: ratio("deliveriesPerSecond"),
    ofBareByCpu: ratio("deliveriesPerCpuSecond"),
    memoryOfBare: ratio("bytesPerSocket"),
  };
}
