import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { answering, cpuSeconds, memory, startOn, stop } from "../processes.ts";
import { Crowd } from "./clients.ts";
import { subscription } from "./graph.ts";
import { PORT, type Server } from "./servers.ts";

const SERVER_CORE = 0;
const MEMORY_SETTLES = 2_500; // ms
const WARM_UP = 5; // events
const FEWEST = 10; // events in a measurement

/** What is measured of one server. */
export interface Row {
  readonly deliveriesPerSecond: number;
  /** Deliveries in a second of the server's processor time. */
  readonly deliveriesPerCpuSecond: number;
  /** Bytes of memory that an idle subscribed socket takes; 0 where that was not measured. */
  readonly bytesPerSocket: number;
  /** Milliseconds from an event's commit until the last socket has it. */
  readonly p50: number;
  readonly p99: number;
}

export interface Load {
  readonly sockets: number;
  /** Different documents, spread evenly over the sockets. */
  readonly documents?: number;
  readonly withMemory?: boolean;
  /** How long events are made. */
  readonly seconds: number;
}

let runs = 0;

/** Starts a server, subscribes a crowd, and makes one event after the other: the next when the last socket has it. */
export async function measure(server: Server, load: Load): Promise<Row> {
  const { sockets, documents = 1 } = load;
  const collector = join(import.meta.dirname, "collectGarbage.cjs");
  const running = startOn(SERVER_CORE, [process.execPath, "--require", collector, ...server.command]);
  const crowd = new Crowd(`127.0.0.${2 + (runs++ % 200)}`); // ports of the last crowd are not free at once
  const pid = running.child.pid as number;
  try {
    await answering(`http://127.0.0.1:${PORT}/graphql`, running.output);
    const before = load.withMemory ? await held(pid) : 0;
    let opened = 0;
    const subscribe = () => [
      '{"type":"connection_init"}',
      JSON.stringify({ id: randomUUID(), type: "subscribe", payload: { query: subscription(opened++ % documents) } }),
    ];
    await crowd.open(PORT, server.path, sockets, server.speaksGraphQL ? subscribe : () => []);
    await allListen(crowd, server, sockets);
    const bytesPerSocket = load.withMemory ? ((await held(pid)) - before) / sockets : 0;
    return { ...(await deliverAgain(crowd, server, load, pid)), bytesPerSocket };
  } finally {
    crowd.close();
    await stop(running.child);
  }
}

async function deliverAgain(crowd: Crowd, server: Server, { sockets, seconds }: Load, pid: number) {
  const latencies: number[] = [];
  for (let n = 0; n < WARM_UP; n++) await deliver(crowd, server, sockets);
  const cpuBefore = cpuSeconds(pid);
  const began = performance.now();
  const passed = () => (performance.now() - began) / 1_000;
  while (passed() < seconds || latencies.length < FEWEST) latencies.push(await deliver(crowd, server, sockets));
  const deliveries = latencies.length * sockets;
  const deliveriesPerSecond = deliveries / passed();
  const deliveriesPerCpuSecond = deliveries / (cpuSeconds(pid) - cpuBefore);
  latencies.sort((one, other) => one - other);
  const at = (share: number) => latencies[Math.floor(share * (latencies.length - 1))] ?? 0;
  return { deliveriesPerSecond, deliveriesPerCpuSecond, p50: at(0.5), p99: at(0.99) };
}

/** Events are made until one has reached everybody: then all are subscribed. */
async function allListen(crowd: Crowd, server: Server, sockets: number): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    crowd.received = 0;
    const everybody = crowd.until(sockets).then(() => true);
    await makeEvent(server);
    if (await Promise.race([everybody, setTimeout(1_000 + sockets / 10, false)])) return;
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
  await setTimeout(MEMORY_SETTLES);
  return memory(pid) * 1024 * 1024;
}
