import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Gateway, gateways } from "./gateways/gateways.ts";
import { load } from "./load.ts";
import { answering, cpuSeconds, memory, startOn, stop } from "./processes.ts";
import { keepResults, type Results, summarise } from "./report.ts";
import { startHouse } from "./wholeCase/house.ts";
import { supergraphsAt } from "./wholeCase/supergraphs.ts";

/**
 * Measures the gateways before our own four subgraphs on PostgreSQL, with the query for everything about one case. Our
 * gateway verifies tokens and enforces the graph's rules; the peers do not, and are given a signature for the caller.
 * Subgraphs, PostgreSQL and load share a core, which is what limits requests a second: processor time is compared.
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
const peers = gateways.filter(({ isLimit }) => !isLimit);
const chosen = peers.filter(({ name }) => !values.only || values.only.split(",").includes(name));
const WORKLOAD = "whole-case";
const CONNECTIONS = 50;
const PORT = 4700;

execFileSync("taskset", ["-cp", "1", `${process.pid}`]);
await using house = await startHouse();
const tokens = await house.tokens(CONNECTIONS);
const folder = mkdtempSync(join(tmpdir(), "yimen-bench-case-"));
const { whole, stock } = supergraphsAt(house.urlOf);
const files = { whole: join(folder, "whole.graphql"), stock: join(folder, "stock.graphql") };
writeFileSync(files.whole, whole);
writeFileSync(files.stock, stock);

const body = JSON.stringify({ query: house.query, variables: house.variables });
const rows: Results[string] = {};
let expected: unknown;
for (let round = 0; round < rounds; round += 1) for (const gateway of chosen) await measure(gateway, round);
const summary = summarise({ [WORKLOAD]: rows });
console.table(summary[WORKLOAD]);
if (chosen.length === peers.length)
  keepResults("wholeCase.json", { rounds, seconds, connections: CONNECTIONS, summary });

async function measure(gateway: Gateway, round: number) {
  const isOurs = gateway.name === "yimen";
  const command = gateway.command(isOurs ? files.whole : files.stock, PORT, folder);
  const running = startOn(
    0,
    isOurs ? command.filter((flag) => flag !== "--dev") : command,
    isOurs ? house.env : { ...house.env, BENCH_CALLER: JSON.stringify(house.caller) },
  );
  const pid = running.child.pid as number;
  const url = `http://127.0.0.1:${PORT}/graphql`;
  try {
    await answering(url, running.output);
    const answer = await ask(url);
    expected ??= answer;
    assert.deepEqual(answer, expected, `${gateway.name} answers differently`);
    const about = { port: PORT, body: () => body, tokens, connections: CONNECTIONS };
    await load({ ...about, seconds: 2 }); // warm up
    const cpuBefore = cpuSeconds(pid);
    const measured = await load({ ...about, seconds });
    const cpuMs = ((cpuSeconds(pid) - cpuBefore) / measured.requests) * 1_000;
    assert.equal(measured.failed, 0, `${gateway.name} failed ${measured.failed} times`);
    rows[gateway.name] = [...(rows[gateway.name] ?? []), { ...measured, cpuMs, megabytes: memory(pid) }];
    console.info(
      `round ${round + 1} ${gateway.name}: ${measured.requestsPerSecond.toFixed(0)} requests/s, ${cpuMs.toFixed(2)} ms of processor each`,
    );
  } finally {
    await stop(running.child);
  }
}

async function ask(url: string): Promise<unknown> {
  const headers = {
    "content-type": "application/json",
    accept: "application/json",
    authorization: `Bearer ${tokens[0]}`,
  };
  const response = await fetch(url, { method: "POST", headers, body });
  const answer = (await response.json()) as { data?: unknown; errors?: unknown };
  assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
  return answer.data;
}
