import { badRequest, Refusal } from "./refusal.js";

/** One GraphQL request, as the protocols agree on it. */
export interface Params {
  readonly query?: string | undefined;
  /** The SHA-256 of a document that the gateway knows, in place of its text. */
  readonly documentId?: string | undefined;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Takes the parameters out of a parsed body or message; `null` counts as absent.
 *
 * @throws Refusal naming the parameter that has the wrong type
 */
export function readParams(body: unknown): Params {
  if (Array.isArray(body)) throw new Refusal(400, "BATCHING_NOT_SUPPORTED", "Send one operation per request.");
  if (!isMap(body)) throw badRequest("The request must be a JSON object.");
  const { query, documentId, operationName, variables, extensions } = body;
  if (!isAbsent(query) && typeof query !== "string") throw badRequest("query must be text.");
  if (!isAbsent(documentId) && typeof documentId !== "string") throw badRequest("documentId must be text.");
  if (!isAbsent(operationName) && typeof operationName !== "string") throw badRequest("operationName must be text.");
  if (!isAbsent(variables) && !isMap(variables)) throw badRequest("variables must be an object.");
  if (!isAbsent(extensions) && !isMap(extensions)) throw badRequest("extensions must be an object.");
  return {
    query: query ?? undefined,
    documentId: documentId ?? undefined,
    operationName: operationName ?? undefined,
    variables: variables ?? undefined,
    extensions: extensions ?? undefined,
  };
}

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
