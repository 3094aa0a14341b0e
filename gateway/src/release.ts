import { readFileSync } from "node:fs";
import { unannounced } from "./released/compatibility.js";
import { graphSchemas } from "./released/graphSchemas.js";
import { readReleased, writeReleased } from "./released/releaseFiles.js";

// Takes the committed supergraph as the released one, under the version in graph.json: npm run release -w gateway

const here = (path: string) => new URL(`../${path}`, import.meta.url);

const { version } = JSON.parse(readFileSync(here("graph.json"), "utf8")) as { version: string };
const schemas = graphSchemas(readFileSync(here("supergraph.graphql"), "utf8"));
const before = readReleased(here("released/"));
const breaking = (["everybody", "partners"] as const).flatMap((who) =>
  unannounced({ released: before.schemas[who], now: schemas[who] }, { released: before.version, now: version }).map(
    (change) => `${who}: ${change}`,
  ),
);
for (const change of breaking) console.error(`breaking: ${change}`);
if (breaking.length === 0) writeReleased(here("released/"), { version, schemas });
else {
  console.error(`These break clients of ${before.version}: raise the version in gateway/graph.json first.`);
  process.exitCode = 1;
}
