import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { CONNECTIONS, type Measured } from "./load.ts";

/** One gateway at one workload in one round. */
export interface Row extends Measured {
  /** Milliseconds of processor that a request takes: what other processes do in the meantime hardly changes it. */
  readonly cpuMs: number;
  /** Requests to subgraphs for one request, where they are counted. */
  readonly fetches?: number;
  readonly megabytes: number;
  /** Milliseconds from its start until its first answer, where that is measured. */
  readonly startMs?: number;
}

/** By workload and gateway, a row for each round. */
export type Results = Record<string, Record<string, Row[]>>;

const KEYS = ["requestsPerSecond", "p50", "p99", "cpuMs", "megabytes", "fetches", "startMs"] as const;

const resultsFolder = join(import.meta.dirname, "../results");

/** Prints medians and ratios; keeps them as `gateways.json` when all gateways took part. */
export function report(results: Results, { keep, ...how }: { rounds: number; seconds: number; keep: boolean }): void {
  const summary = summarise(results);
  for (const [workload, rows] of Object.entries(summary)) {
    console.info(`\n${workload}`);
    console.table(rows);
  }
  if (keep) keepResults("gateways.json", { ...how, connections: CONNECTIONS, summary });
}

/** Writes results down with where they come from. */
export function keepResults(file: string, results: object): void {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
  const date = new Date().toISOString().slice(0, 10);
  mkdirSync(resultsFolder, { recursive: true });
  writeFileSync(join(resultsFolder, file), `${JSON.stringify({ date, commit, machine, ...results }, null, 2)}\n`);
}

export function summarise(results: Results) {
  return Object.fromEntries(
    Object.entries(results).map(([workload, byGateway]) => {
      const ours = byGateway.yimen ?? [];
      const rows = Object.entries(byGateway).map(([gateway, rows]) => {
        const medians = KEYS.filter((key) => rows[0]?.[key] !== undefined).map((key) => [
          key,
          round(median(rows, key)),
        ]);
        const throughput = round(median(ours, "requestsPerSecond") / median(rows, "requestsPerSecond"));
        const processor = round(median(rows, "cpuMs") / median(ours, "cpuMs"));
        return [gateway, { ...Object.fromEntries(medians), throughput, processor }];
      });
      return [workload, Object.fromEntries(rows)];
    }),
  );
}

export const median = (rows: readonly Row[], key: keyof Row): number =>
  rows.map((row) => row[key] ?? Number.NaN).sort((one, other) => one - other)[Math.floor(rows.length / 2)] ??
  Number.NaN;

export const round = (value: number): number => Number(value.toPrecision(3));
