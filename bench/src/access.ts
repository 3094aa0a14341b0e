import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { guardedSupergraph } from "./access/guardedSupergraph.ts";
import { issueTokens } from "./access/issueTokens.ts";
import { loadAs } from "./access/loadAs.ts";
import { answering, cpuSeconds, startOn, stop } from "./processes.ts";
import { composeSupergraph } from "./subgraphs/supergraph.ts";
import { workloads } from "./workloads.ts";

/**
 * What access control costs: the same gateway and the same requests with all of it on (tokens verified, callers signed,
 * directives enforced, personal fields masked, budgets, limits of production) and with all of it off. The two take turns.
 */
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "7" }, seconds: { type: "string", default: "4" } },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const SUBGRAPH_PORT = 4521;
const GATEWAY_PORT = 4621;
const asked = workloads.filter(({ name }) => name !== "federation");

const folder = mkdtempSync(join(tmpdir(), "yimen-bench-access-"));
const write = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const plain = composeSupergraph(SUBGRAPH_PORT);
const { jwks, tokens } = await issueTokens(50);
const gateway = join(import.meta.dirname, "../../gateway/bin/yimen-gateway.mjs");
const command = (supergraph: string, ...more: string[]) => [
  process.execPath,
  gateway,
  ...["--supergraph", supergraph, "--port", `${GATEWAY_PORT}`, ...more],
];

const variants = {
  off: { command: command(write("plain.graphql", plain), "--dev"), env: {} },
  on: {
    command: command(write("guarded.graphql", guardedSupergraph(plain))),
    env: {
      YIMEN_CALLER_SECRET: "a-secret-of-the-benchmark-and-nothing-else",
      YIMEN_JWKS_FILE: write("jwks.json", JSON.stringify(jwks)),
      GATEWAY_READ_AUDIT_FILE: join(folder, "audit.jsonl"),
    },
  },
};
type Variant = keyof typeof variants;

execFileSync("taskset", ["-cp", "1", `${process.pid}`]);
const subgraphs = startOn(1, [process.execPath, join(import.meta.dirname, "subgraphs/main.ts"), `${SUBGRAPH_PORT}`]);
await answering(`http://127.0.0.1:${SUBGRAPH_PORT}/`, subgraphs.output);

interface Row {
  readonly requestsPerSecond: number;
  /** Milliseconds of processor time for a request: what other work on the machine disturbs least. */
  readonly cpuMs: number;
}
const measured: Record<string, Record<Variant, Row[]>> = {};
/** How often subgraphs are asked for one request: with access on as often as without. */
const expectedFetches: Record<string, number> = {};
try {
  for (let round = 0; round < rounds; round++) {
    const turn: readonly Variant[] = round % 2 === 0 ? ["off", "on"] : ["on", "off"];
    for (const variant of turn) await measure(variant);
  }
} finally {
  await stop(subgraphs.child);
}

const cpu = ({ cpuMs }: Row) => cpuMs;
const results = Object.entries(measured).map(([name, { off, on }]) => ({
  workload: name,
  requestsPerSecond: compared("requestsPerSecond", off, on),
  cpuMs: compared("cpuMs", off, on),
  /** Throughput with access on, as a share of that without, by the processor time that a request takes. */
  throughput: Number((median(off.map(cpu)) / median(on.map(cpu))).toFixed(3)),
}));
console.info(JSON.stringify(results, null, 2));
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
const machine = { node: process.version, processor: cpus()[0]?.model, cores: cpus().length };
const about = { commit, ...machine, rounds, seconds, results };
writeFileSync(join(import.meta.dirname, "../results/access.json"), `${JSON.stringify(about, null, 2)}\n`);

async function measure(variant: Variant) {
  const { command, env } = variants[variant];
  const running = startOn(0, command, env);
  try {
    await answering(`http://127.0.0.1:${GATEWAY_PORT}/graphql`, running.output);
    for (const { name, query } of asked) {
      await check(variant, query);
      const about = { port: GATEWAY_PORT, body: JSON.stringify({ query }), tokens };
      await loadAs({ ...about, seconds: 2 }); // warm up
      const pid = running.child.pid as number;
      await fetchesSoFar();
      const cpuBefore = cpuSeconds(pid);
      const { requests, requestsPerSecond, failed } = await loadAs({ ...about, seconds });
      const cpuMs = ((cpuSeconds(pid) - cpuBefore) / requests) * 1_000;
      const fetches = (await fetchesSoFar()) / requests;
      expectedFetches[name] ??= Math.round(fetches);
      assert.equal(Math.round(fetches), expectedFetches[name], `${variant} fetches otherwise at ${name}`);
      assert.equal(failed, 0, `${variant} failed at ${name}`);
      measured[name] ??= { off: [], on: [] };
      measured[name][variant].push({ requestsPerSecond, cpuMs });
    }
  } finally {
    await stop(running.child);
  }
}

/** With access on, names are masked: that it is on, and answers, is part of what is measured. */
async function check(variant: Variant, query: string): Promise<void> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${tokens[0]}` };
  const body = JSON.stringify({ query });
  const response = await fetch(`http://127.0.0.1:${GATEWAY_PORT}/graphql`, { method: "POST", headers, body });
  const answer = (await response.json()) as { data?: unknown; errors?: unknown };
  assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
  assert.equal(/"name":"[^"]\*"/.test(JSON.stringify(answer.data)), variant === "on");
}

async function fetchesSoFar(): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${SUBGRAPH_PORT}/counts`);
  return ((await answer.json()) as { requests: number }).requests;
}

function compared(what: keyof Row, off: readonly Row[], on: readonly Row[]) {
  const middle = (rows: readonly Row[]) => Number(median(rows.map((row) => row[what])).toPrecision(4));
  return { off: middle(off), on: middle(on) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
