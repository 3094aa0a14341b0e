import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Gateway, gateways } from "./gateways/gateways.ts";
import { load } from "./load.ts";
import { answering, cpuSeconds, memory, startOn, stop } from "./processes.ts";
import { type Results, type Row, report } from "./report.ts";
import { composeSupergraph } from "./subgraphs/supergraph.ts";
import { workloads } from "./workloads.ts";

/**
 * Measures the gateways side by side in one run: the gateway on one core, subgraphs and load on the other. Gateways
 * take turns round by round, so that a noisy minute hits all of them; medians over the rounds are compared.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "5" },
    only: { type: "string" },
    workload: { type: "string" },
  },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const isNamed =
  (names: string | undefined) =>
  ({ name }: { readonly name: string }) =>
    !names || names.split(",").includes(name);
const chosen = gateways.filter(isNamed(values.only));
const asked = workloads.filter(isNamed(values.workload));
const GATEWAY_CORE = 0;
const LOAD_CORE = 1;
const SUBGRAPH_PORT = 4501;
const GATEWAY_PORT = 4600;

execFileSync("taskset", ["-cp", `${LOAD_CORE}`, `${process.pid}`]);
const folder = mkdtempSync(join(tmpdir(), "yimen-bench-"));
const supergraph = join(folder, "supergraph.graphql");
writeFileSync(supergraph, composeSupergraph(SUBGRAPH_PORT));
const subgraphs = startOn(LOAD_CORE, [
  process.execPath,
  join(import.meta.dirname, "subgraphs/main.ts"),
  `${SUBGRAPH_PORT}`,
]);
await answering(`http://127.0.0.1:${SUBGRAPH_PORT}/`, subgraphs.output);

const results: Results = {};
/** What the first gateway answered to a workload; all others must answer the same. */
const expected: Record<string, unknown> = {};

try {
  for (let round = 0; round < rounds; round += 1) {
    for (const gateway of chosen) if (round === 0 || !gateway.isLimit) await measure(gateway, round);
  }
} finally {
  await stop(subgraphs.child);
}
report(results, { rounds, seconds, keep: chosen.length === gateways.length });

async function measure(gateway: Gateway, round: number) {
  const startedAt = performance.now();
  const running = startOn(GATEWAY_CORE, gateway.command(supergraph, GATEWAY_PORT, folder));
  const pid = running.child.pid as number;
  const url = `http://127.0.0.1:${GATEWAY_PORT}/graphql`;
  try {
    await answering(url, running.output);
    const startMs = performance.now() - startedAt;
    for (const { name, query } of asked) {
      if (!gateway.isLimit) {
        const answer = await ask(url, query);
        expected[name] ??= answer;
        assert.deepEqual(answer, expected[name], `${gateway.name} answers ${name} differently`);
      }
      const body = JSON.stringify({ query });
      const about = { port: GATEWAY_PORT, body: () => body };
      await load({ ...about, seconds: 2 }); // warm up
      await fetchesSoFar();
      const cpuBefore = cpuSeconds(pid);
      const measured = await load({ ...about, seconds });
      const cpuMs = ((cpuSeconds(pid) - cpuBefore) / measured.requests) * 1_000;
      assert.equal(measured.failed, 0, `${gateway.name} failed ${measured.failed} times at ${name}`);
      const fetches = (await fetchesSoFar()) / measured.requests;
      const row: Row = { ...measured, cpuMs, fetches, megabytes: memory(pid), startMs };
      results[name] ??= {};
      results[name][gateway.name] ??= [];
      results[name][gateway.name]?.push(row);
      console.info(
        `round ${round + 1} ${gateway.name} ${name}: ${row.requestsPerSecond.toFixed(0)} requests/s, ${cpuMs.toFixed(2)} ms of processor each`,
      );
    }
  } finally {
    await stop(running.child);
  }
}

async function ask(url: string, query: string): Promise<unknown> {
  const headers = { "content-type": "application/json", accept: "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify({ query }) });
  const answer = (await response.json()) as { data?: unknown; errors?: unknown };
  assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
  return answer.data;
}

async function fetchesSoFar(): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${SUBGRAPH_PORT}/counts`);
  return ((await answer.json()) as { requests: number }).requests;
}
