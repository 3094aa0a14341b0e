import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { answering, startOn, stop } from "./processes.ts";
import { type Load, measure, type Row } from "./sockets/measure.ts";
import { allServers, mostSockets, type Server, SUBGRAPH_PORT } from "./sockets/servers.ts";
import { RESULTS, type SocketResults, tables } from "./sockets/tables.ts";

/**
 * One event to many websockets: a server on one core, clients and subgraphs on the other. Servers take turns round by
 * round and medians are compared. Then how it grows: with sockets, and with distinct documents.
 */
const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    rounds: { type: "string" },
    seconds: { type: "string" },
    only: { type: "string", default: "bare,plain,yimen,hive,hive-rust" },
  },
});
const CLIENT_CORE = 1;
const LONGEST = 6 * 60_000; // ms; what would begin later is left out
const rounds = Number(values.rounds ?? (values.quick ? 1 : 2));
const seconds = Number(values.seconds ?? (values.quick ? 1 : 4));
const most = mostSockets();
const few = ["bare", "plain", "yimen", "hive", "hive-rust"];
const many = ["bare", "plain", "yimen"]; // Hive would take minutes
const growing = ["bare", "yimen"];

execFileSync("taskset", ["-cp", `${CLIENT_CORE}`, `${process.pid}`]);
const began = performance.now();
const isLate = () => performance.now() - began > LONGEST;
const servers = allServers().filter(({ name }) => values.only.split(",").includes(name));
const named = (names: readonly string[]) => servers.filter(({ name }) => names.includes(name));

const subgraphCommand = [process.execPath, join(import.meta.dirname, "sockets/subgraphs.ts"), `${SUBGRAPH_PORT}`];
const subgraphs = startOn(CLIENT_CORE, subgraphCommand);
try {
  await answering(`http://127.0.0.1:${SUBGRAPH_PORT}/graphql`, subgraphs.output);
  const beside = {
    "1000": await compare(named(few), { sockets: 1_000, withMemory: true, seconds }),
    "10000": await compare(named(many), { sockets: Math.min(10_000, most), withMemory: true, seconds }),
  };
  const sizes = values.quick ? [100] : [100, 300, 3_000, Math.min(20_000, most)];
  const bySockets: Record<string, Readonly<Record<string, Row>>> = {};
  for (const sockets of sizes) {
    if (isLate()) break;
    bySockets[sockets] = await once(named(growing), { sockets, seconds: seconds / 2 });
  }
  const byDocuments: Record<string, Row> = {};
  for (const documents of values.quick ? [1, 100] : [1, 3, 10, 30, 100]) {
    if (isLate()) break;
    const { yimen } = await once(named(["yimen"]), { sockets: 1_000, documents, seconds: seconds / 2 });
    if (yimen) byDocuments[documents] = yimen;
  }
  write({ beside, bySockets: { ...bySockets, ...beside }, byDocuments });
} finally {
  await stop(subgraphs.child);
}

/** Medians of all rounds, by server. */
async function compare(compared: readonly Server[], load: Load): Promise<Record<string, Row>> {
  const rows: Record<string, Row[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, row] of Object.entries(await once(compared, load))) {
      rows[name] ??= [];
      rows[name].push(row);
    }
  }
  return Object.fromEntries(Object.entries(rows).map(([name, measured]) => [name, medians(measured)]));
}

async function once(measured: readonly Server[], load: Load): Promise<Record<string, Row>> {
  const rows: Record<string, Row> = {};
  for (const server of measured) {
    rows[server.name] = await measure(server, load);
    const { sockets, documents = 1 } = load;
    console.info(`${sockets} sockets, ${documents} documents, ${server.name}: ${JSON.stringify(rows[server.name])}`);
  }
  return rows;
}

function medians(rows: readonly Row[]): Row {
  const median = (key: keyof Row) => {
    const sorted = rows.map((row) => row[key]).sort((one, other) => one - other);
    return (
      ((sorted[Math.floor((rows.length - 1) / 2)] as number) + (sorted[Math.floor(rows.length / 2)] as number)) / 2
    );
  };
  return {
    deliveriesPerSecond: median("deliveriesPerSecond"),
    deliveriesPerCpuSecond: median("deliveriesPerCpuSecond"),
    bytesPerSocket: median("bytesPerSocket"),
    p50: median("p50"),
    p99: median("p99"),
  };
}

function write(measured: Pick<SocketResults, "beside" | "bySockets" | "byDocuments">): void {
  const results: SocketResults = {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
    machine: { cpu: cpus()[0]?.model, node: process.version, load: loadavg()[0] },
    rounds,
    ...measured,
  };
  mkdirSync(dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  console.info(`\n${tables(results)}\n\n${Math.round((performance.now() - began) / 1_000)} s`);
}
