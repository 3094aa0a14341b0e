import type { SubgraphError } from "../subgraphClient.js";

const TEXT = "该服务的答复无法识别。 The service gave an answer that cannot be read";

const bad = (what: string): SubgraphError => ({
  message: `${TEXT}: ${what}.`,
  extensions: { code: "SUBGRAPH_BAD_ANSWER" },
});

/** The answer to an operation that has neither data nor errors. */
export const nothingAnswered = () => bad("neither data nor errors");

/** An `_entities` that does not correspond to what was asked for. */
export const wrongEntities = (expected: number) => bad(`not a list of ${expected} entities`);
