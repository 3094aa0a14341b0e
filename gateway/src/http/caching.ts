import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { ExecutionOutcome } from "../engine/engine.js";
import { documentIdIn } from "../operation/documentId.js";
import type { Operation } from "../operation/operation.js";
import type { Params } from "../operation/params.js";
import type { RequestContext } from "../requestContext.js";
import type { Services } from "../services.js";
import type { Reply } from "./reply.js";

const FRESH = "public, max-age=10, stale-while-revalidate=60"; // 10 seconds; a minute while the next answer is fetched

/**
 * Lets caches keep the answer to a query that was asked for by its hash with GET, where it is the same for everybody.
 *
 * @returns whether whoever asks has this very answer already, and was told so
 */
export function allowCaching(
  reply: Reply,
  outcome: ExecutionOutcome,
  {
    services,
    context,
    operation,
    params,
    asked,
  }: {
    readonly services: Services;
    readonly context: RequestContext;
    readonly operation: Operation;
    readonly params: Params;
    readonly asked: IncomingHttpHeaders;
  },
): boolean {
  if (documentIdIn(params) === undefined) return false;
  if (outcome.kind !== "single" || outcome.hasErrors) return false;
  const { caller, authorization } = context.session;
  if (caller.kind !== "ANONYMOUS" || authorization !== null) return false;
  if (!services.isShareable(operation.prepared, params.operationName)) return false;
  const vary = [reply.header("vary"), "accept, authorization, x-api-key"].filter(Boolean).join(", ");
  const etag = `"${createHash("sha256").update(outcome.body).digest("base64url")}"`;
  reply.headers({ "cache-control": FRESH, vary, etag });
  if (!names(asked["if-none-match"], etag)) return false;
  reply.notModified();
  return true;
}

/** Whether the header names the tag, weakly or not: comparing is weak for what is only read (RFC 9110, 13.1.2). */
const names = (header: string | undefined, etag: string): boolean =>
  header?.split(",").some((one) => one.trim().replace(/^W\//, "") === etag || one.trim() === "*") ?? false;
