import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Curve, curves } from "./curves/curves.ts";
import { gateways } from "./gateways/gateways.ts";
import { load } from "./load.ts";
import { answering, cpuSeconds, memory, startOn, stop } from "./processes.ts";
import { keepResults, round } from "./report.ts";
import { composeSupergraph } from "./subgraphs/supergraph.ts";

/** Measures how our gateway's cost grows, one thing at a time; the results are kept as `curves.json`. */
const SUBGRAPH_PORT = 4551;
const GATEWAY_PORT = 4650;
const SECONDS = 2;
const folder = mkdtempSync(join(tmpdir(), "yimen-curves-"));
const supergraph = join(folder, "supergraph.graphql");
writeFileSync(supergraph, composeSupergraph(SUBGRAPH_PORT));

const results: Record<string, Record<string, object>> = {};
for (const curve of curves) {
  const points: Record<string, object> = {};
  for (const at of curve.points) points[`${at}`] = await measure(curve, at);
  results[curve.name] = points;
  console.info(`\n${curve.name}: ${curve.what}`);
  console.table(points);
}
keepResults("curves.json", { seconds: SECONDS, curves: results });

async function measure(curve: Curve, at: number): Promise<object> {
  const { body, connections = 50, delayMs = 0, warmUpSeconds = 1 } = curve.at(at);
  const subgraphs = startOn(1, [
    process.execPath,
    join(import.meta.dirname, "subgraphs/main.ts"),
    `${SUBGRAPH_PORT}`,
    `${delayMs}`,
  ]);
  const ours = gateways.find(({ name }) => name === "yimen");
  if (!ours) throw new Error("Our gateway is not among those that are measured.");
  const gateway = startOn(0, ours.command(supergraph, GATEWAY_PORT, folder));
  const pid = gateway.child.pid as number;
  try {
    await answering(`http://127.0.0.1:${SUBGRAPH_PORT}/`, subgraphs.output);
    await answering(`http://127.0.0.1:${GATEWAY_PORT}/graphql`, gateway.output);
    const about = { port: GATEWAY_PORT, body, connections };
    if (warmUpSeconds > 0) await load({ ...about, seconds: warmUpSeconds });
    const before = cpuSeconds(pid);
    const { requests, requestsPerSecond, p50, p99, failed } = await load({ ...about, seconds: SECONDS });
    const cpuMs = ((cpuSeconds(pid) - before) / requests) * 1_000;
    return {
      requestsPerSecond: round(requestsPerSecond),
      p50: round(p50),
      p99: round(p99),
      cpuMs: round(cpuMs),
      megabytes: round(memory(pid)),
      failed,
    };
  } finally {
    await stop(gateway.child);
    await stop(subgraphs.child);
  }
}
