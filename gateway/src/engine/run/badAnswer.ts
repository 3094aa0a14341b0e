import type { SubgraphError } from "../subgraphClient.js";

const malformed = (subgraph: string, what: string): SubgraphError => ({
  message: `Subgraph "${subgraph}" answered ${what}.`,
  extensions: { code: "SUBGRAPH_MALFORMED_RESPONSE" },
});

/** The answer to an operation that has neither data nor errors. */
export const badShape = (subgraph: string) => malformed(subgraph, "neither data nor errors");

/** An `_entities` that does not correspond to what was asked for. */
export const badEntities = (subgraph: string, expected: number) =>
  malformed(subgraph, `something other than a list of ${expected} entities`);
