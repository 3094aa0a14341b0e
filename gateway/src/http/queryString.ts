import { type Params, readParams } from "../operation/params.js";
import { badRequest } from "../operation/refusal.js";

/** The parameters of a GET: `query`, `documentId` and `operationName` as text, `variables` and `extensions` as JSON. */
export function paramsOfQueryString(query: Readonly<Record<string, unknown>>): Params {
  return readParams({
    query: query.query || undefined,
    documentId: query.documentId || undefined,
    operationName: query.operationName || undefined,
    variables: jsonIn("variables", query.variables),
    extensions: jsonIn("extensions", query.extensions),
  });
}

function jsonIn(name: string, text: unknown): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(String(text));
  } catch {
    throw badRequest(`${name} must be JSON.`);
  }
}
