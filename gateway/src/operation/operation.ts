import { GraphQLError, getOperationAST, type OperationTypeNode } from "graphql";
import type { Engine, ExecutionRequest, Prepared } from "../engine/engine.js";
import type { RequestContext } from "../requestContext.js";
import type { Params } from "./params.js";

/** An operation as far as it is known before it runs. */
export interface Operation {
  /** The graph it was prepared for; it runs on that one, also when another is loaded meanwhile. */
  readonly engine: Engine<RequestContext>;
  readonly prepared: Prepared;
  /** `undefined` when the document is not valid or has no such operation: running it then says so. */
  readonly kind: OperationTypeNode | undefined;
}

export function prepareOperation(engine: Engine<RequestContext>, text: string, params: Params): Operation {
  const prepared = engine.prepare(text);
  const kind = prepared.document && getOperationAST(prepared.document, params.operationName)?.operation;
  return { engine, prepared, kind };
}

export const requestFor = (
  { prepared }: Operation,
  params: Params,
  context: RequestContext,
  signal?: AbortSignal,
): ExecutionRequest<RequestContext> => ({
  prepared,
  operationName: params.operationName ?? null,
  variables: params.variables ?? null,
  context,
  ...(signal && { signal }),
});

/** Refuses variables larger than the limit without writing them out: a body is its query, its variables and little else. */
export function variablesTooLarge(bodyBytes: number, { query }: Params, limit: number): GraphQLError | undefined {
  if (bodyBytes - (query?.length ?? 0) <= limit) return undefined;
  const extensions = { code: "VARIABLES_TOO_LARGE", limit };
  return new GraphQLError(`Variables may take ${limit} bytes.`, { extensions });
}
