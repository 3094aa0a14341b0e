import { readFileSync, writeFileSync } from "node:fs";
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

interface Listed {
  readonly name: string;
  /** Path of the subgraph's schema, relative to this package. */
  readonly schema: string;
  readonly url: string;
}

const here = (path: string) => new URL(`../${path}`, import.meta.url);

const listed = JSON.parse(readFileSync(here("subgraphs.json"), "utf8")) as Listed[];
const services = listed.map(({ name, schema, url }) => ({
  name,
  url,
  typeDefs: parse(readFileSync(here(schema), "utf8")),
}));

const { supergraphSdl, errors, hints } = composeServices(services);

for (const hint of hints ?? []) console.warn(`hint: ${hint}`);
for (const error of errors ?? []) console.error(`error: ${error.message}`);
if (supergraphSdl) writeFileSync(here("supergraph.graphql"), supergraphSdl);
else process.exitCode = 1;
