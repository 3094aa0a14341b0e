import { isJsonObject } from "../json.js";
import type { SubgraphError, SubgraphResponse } from "../subgraphClient.js";
import { Fault } from "./fault.js";

/**
 * Takes a subgraph's answer for what it is, not for what it should be.
 *
 * @throws Fault when it is no GraphQL result: a page, half a body, a list, neither data nor errors
 */
export function checkAnswer(text: string, status: number): SubgraphResponse {
  const answer = parseJson(text, status);
  const { data, errors } = answer;
  const isPlain = !text.includes("\\");
  if (data !== undefined && data !== null && !isJsonObject(data)) throw bad(status, "data is not an object");
  if (errors === undefined || errors === null) {
    if (!isJsonObject(data)) throw bad(status, "neither data nor errors");
    return { data, isPlain };
  }
  if (!Array.isArray(errors)) throw bad(status, "errors is not a list");
  if (errors.length === 0 && !isJsonObject(data)) throw bad(status, "neither data nor errors");
  return { data: (data ?? null) as SubgraphResponse["data"], errors: errors.map(checkError), isPlain };
}

function parseJson(text: string, status: number): Record<string, unknown> {
  try {
    const answer: unknown = JSON.parse(text);
    if (isJsonObject(answer)) return answer;
  } catch {
    // told below, with everything else that is not a JSON object
  }
  throw bad(status, `no JSON object: ${text.slice(0, 200)}`);
}

/** An event of a subscription, or an error list that ends one. */
export function checkError(error: unknown): SubgraphError {
  const { message, path, extensions } = isJsonObject(error) ? error : {};
  return {
    message: typeof message === "string" ? message : "",
    ...(isPath(path) && { path }),
    ...(isJsonObject(extensions) && { extensions }),
  };
}

const isPath = (path: unknown): path is (string | number)[] =>
  Array.isArray(path) && path.every((key) => typeof key === "string" || Number.isInteger(key));

const bad = (status: number, detail: string) => new Fault("SUBGRAPH_BAD_ANSWER", `status ${status}, ${detail}`);
