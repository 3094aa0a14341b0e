import { createHash } from "node:crypto";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { type GraphQLSchema, printSchema } from "graphql";
import { anonymousSession } from "../caller/session.js";
import type { LetGo } from "../live/clients.js";
import { type StreamReport, streamReports } from "../live/streamReport.js";
import type { Services } from "../services.js";

/** What an operator sees of the gateway. */
export interface OperatorReport {
  readonly at: Date;
  readonly streams: readonly StreamReport[];
  readonly subscribers: number;
  /** Websockets that are open, subscribed or not. */
  readonly sockets: number;
  /** Clients let go because they read too slowly, since the start. */
  readonly letGo: number;
  readonly latestLetGo: readonly LetGo[];
  readonly graph: {
    /** Twelve hexadecimal digits of the SHA-256 of the schema that clients see. */
    readonly id: string;
    readonly since: Date;
    readonly reloads: number;
    readonly subgraphs: readonly string[];
  };
  readonly process: {
    readonly upSeconds: number;
    readonly residentBytes: number;
    readonly heapBytes: number;
    /** Processor seconds taken so far. */
    readonly cpuSeconds: number;
    /** Share of the last interval in which the event loop was busy. */
    readonly busy: number;
    /** How late the event loop came to what was due in the last interval, milliseconds. */
    readonly delayMs: { readonly p50: number; readonly p99: number; readonly max: number };
  };
}

const REMEMBERED_MS = 1_000; // many operators cost as much as one
const RESOLUTION_MS = 20;

/** Makes the report, anew at most once a second. Delays are measured from the first one on. */
export function operatorReports({ live, engine }: Services): () => Promise<OperatorReport> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const idOf = schemaIds();
  let before = performance.eventLoopUtilization();
  let known: { report: Promise<OperatorReport>; until: number } | null = null;

  return () => {
    if (!known || known.until < performance.now()) known = { report: make(), until: performance.now() + REMEMBERED_MS };
    return known.report;
  };

  async function make(): Promise<OperatorReport> {
    const { schema, subgraphs } = engine(anonymousSession);
    const streams = await streamReports(live);
    return {
      at: new Date(),
      streams,
      subscribers: live.subscribers,
      sockets: live.clients.sockets,
      letGo: live.clients.letGo,
      latestLetGo: live.clients.latestLetGo,
      graph: { id: idOf(schema), ...live.graph, subgraphs: subgraphs.map(({ name }) => name) },
      process: processReport(),
    };
  }

  function processReport(): OperatorReport["process"] {
    const { rss, heapUsed } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const now = performance.eventLoopUtilization();
    const busy = performance.eventLoopUtilization(now, before).utilization;
    before = now;
    // What is measured is the time between two looks, which is the resolution when nothing is late.
    const late = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e5) / 10 - RESOLUTION_MS);
    const delayMs = delay.count
      ? { p50: late(delay.percentile(50)), p99: late(delay.percentile(99)), max: late(delay.max) }
      : { p50: 0, p99: 0, max: 0 };
    delay.reset();
    delay.enable();
    return {
      upSeconds: Math.round(process.uptime()),
      residentBytes: rss,
      heapBytes: heapUsed,
      cpuSeconds: (user + system) / 1e6,
      busy: Math.round(busy * 1_000) / 1_000,
      delayMs,
    };
  }
}

/** Found once per schema. */
function schemaIds(): (schema: GraphQLSchema) => string {
  const ids = new WeakMap<GraphQLSchema, string>();
  return (schema) => {
    const id = ids.get(schema) ?? createHash("sha256").update(printSchema(schema)).digest("hex").slice(0, 12);
    ids.set(schema, id);
    return id;
  };
}
