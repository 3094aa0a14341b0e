import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { type Gateway, gateways } from "./gateways/gateways.ts";
import { load, type Measured } from "./load.ts";
import { answering, memory, startOn, stop } from "./processes.ts";
import { subgraphNames, typeDefs } from "./subgraphs/schemas.ts";
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
  },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const chosen = gateways.filter(({ name }) => !values.only || values.only.split(",").includes(name));
const GATEWAY_CORE = 0;
const LOAD_CORE = 1;
const SUBGRAPH_PORT = 4501;
const GATEWAY_PORT = 4600;

execFileSync("taskset", ["-cp", `${LOAD_CORE}`, `${process.pid}`]);
const folder = mkdtempSync(join(tmpdir(), "yimen-bench-"));
const supergraph = join(folder, "supergraph.graphql");
writeFileSync(supergraph, compose());
const subgraphs = startOn(LOAD_CORE, [
  process.execPath,
  join(import.meta.dirname, "subgraphs/main.ts"),
  `${SUBGRAPH_PORT}`,
]);
await answering(`http://127.0.0.1:${SUBGRAPH_PORT}/`, subgraphs.output);

interface Row extends Measured {
  readonly fetches: number;
  readonly megabytes: number;
}
const results: Record<string, Record<string, Row[]>> = {};
/** What the first gateway answered to a workload; all others must answer the same. */
const expected: Record<string, unknown> = {};

try {
  for (let round = 0; round < rounds; round += 1) {
    for (const gateway of chosen) await measure(gateway, round);
  }
} finally {
  await stop(subgraphs.child);
}
report();

async function measure(gateway: Gateway, round: number) {
  const running = startOn(GATEWAY_CORE, gateway.command(supergraph, GATEWAY_PORT, folder));
  const url = `http://127.0.0.1:${GATEWAY_PORT}/graphql`;
  try {
    await answering(url, running.output);
    for (const { name, query } of workloads) {
      const answer = await ask(url, query);
      expected[name] ??= answer;
      assert.deepEqual(answer, expected[name], `${gateway.name} answers ${name} differently`);
      await load(url, query, 2); // warm up
      await counts();
      const measured = await load(url, query, seconds);
      assert.equal(measured.failed, 0, `${gateway.name} failed ${measured.failed} times at ${name}`);
      const fetches = Object.values(await counts()).reduce((sum, count) => sum + count, 0) / measured.requests;
      const row = { ...measured, fetches, megabytes: memory(running.child.pid as number) };
      results[name] ??= {};
      results[name][gateway.name] ??= [];
      results[name][gateway.name]?.push(row);
      console.info(`round ${round + 1} ${gateway.name} ${name}: ${measured.requestsPerSecond.toFixed(0)} requests/s`);
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

async function counts(): Promise<Record<string, number>> {
  const all = await Promise.all(
    subgraphNames.map(async (_, index) => (await fetch(`http://127.0.0.1:${SUBGRAPH_PORT + index}/counts`)).json()),
  );
  return Object.assign({}, ...all.filter((one) => Object.keys(one as object).length > 0)) as Record<string, number>;
}

function compose(): string {
  const services = subgraphNames.map((name, index) => ({
    name,
    url: `http://127.0.0.1:${SUBGRAPH_PORT + index}/graphql`,
    typeDefs: parse(typeDefs[name]),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.join("\n"));
  return supergraphSdl;
}

function report() {
  const median = (rows: readonly Row[], key: keyof Row) =>
    rows.map((row) => row[key]).sort((one, other) => one - other)[Math.floor(rows.length / 2)] as number;
  const keys = ["requestsPerSecond", "p50", "p99", "megabytes", "fetches"] as const;
  const summary = Object.fromEntries(
    Object.entries(results).map(([workload, byGateway]) => {
      const ours = byGateway.yimen ? median(byGateway.yimen, "requestsPerSecond") : Number.NaN;
      const rows = Object.entries(byGateway).map(([gateway, measured]) => {
        const medians = keys.map((key) => [key, Number(median(measured, key).toFixed(1))]);
        const ratio = Number((ours / median(measured, "requestsPerSecond")).toFixed(2));
        return [gateway, { ...Object.fromEntries(medians), yimenIsFasterBy: ratio }];
      });
      return [workload, Object.fromEntries(rows)];
    }),
  );
  for (const [workload, rows] of Object.entries(summary)) {
    console.info(`\n${workload}`);
    console.table(rows);
  }
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
  const measured = {
    date: new Date().toISOString().slice(0, 10),
    commit,
    machine,
    rounds,
    seconds,
    connections: 50,
    summary,
  };
  mkdirSync(join(import.meta.dirname, "../results"), { recursive: true });
  writeFileSync(join(import.meta.dirname, "../results/gateways.json"), `${JSON.stringify(measured, null, 2)}\n`);
}
