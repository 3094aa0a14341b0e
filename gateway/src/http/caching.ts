import type { FastifyReply } from "fastify";
import type { ExecutionOutcome } from "../engine/engine.js";
import { documentIdIn } from "../operation/documentId.js";
import type { Operation } from "../operation/operation.js";
import type { Params } from "../operation/params.js";
import type { RequestContext } from "../requestContext.js";
import type { Services } from "../services.js";

const FRESH = "public, max-age=10, stale-while-revalidate=60"; // 10 seconds; a minute while the next answer is fetched

/** Lets caches keep the answer to a query that was asked for by its hash with GET, where it is the same for everybody. */
export function allowCaching(
  reply: FastifyReply,
  outcome: ExecutionOutcome,
  {
    services,
    context,
    operation,
    params,
  }: {
    readonly services: Services;
    readonly context: RequestContext;
    readonly operation: Operation;
    readonly params: Params;
  },
): void {
  if (reply.request.method !== "GET" || documentIdIn(params) === undefined) return;
  if (outcome.kind !== "single" || outcome.hasErrors) return;
  const { caller, authorization } = context.session;
  if (caller.kind !== "ANONYMOUS" || authorization !== null) return;
  if (!services.isShareable(operation.prepared, params.operationName)) return;
  const vary = [reply.getHeader("vary"), "accept, authorization, x-api-key"].filter(Boolean).join(", ");
  reply.headers({ "cache-control": FRESH, vary });
}
