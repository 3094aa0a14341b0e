import type { RefusedOutcome, SingleOutcome } from "../engine/engine.js";
import type { ErrorRules } from "../errors/errorRules.js";
import { requestErrors } from "../errors/requestErrors.js";
import { contentTypes, type MediaType } from "./mediaType.js";
import type { Reply } from "./reply.js";

/** Sends what became of a query or a mutation that is answered in one piece. */
export function sendOutcome(
  reply: Reply,
  outcome: SingleOutcome | RefusedOutcome,
  { kind }: MediaType,
  rules: ErrorRules,
): void {
  if (outcome.kind === "single") reply.send(200, contentTypes[kind], outcome.body);
  else reply.send(statusOf(outcome, reply, kind), contentTypes[kind], refusedBody(outcome, rules));
}

function statusOf({ errors }: RefusedOutcome, reply: Reply, kind: MediaType["kind"]): number {
  const wait = errors.map(({ extensions }) => extensions?.retryAfter).find((seconds) => typeof seconds === "number");
  if (wait !== undefined) {
    reply.headers({ "retry-after": `${wait}` });
    return 429;
  }
  // An older client that accepts application/json reads a request error only from a 200.
  return kind === "json" ? 200 : 400;
}

/** The JSON of a result that has nothing but request errors. */
export const refusedBody = ({ errors }: RefusedOutcome, rules: ErrorRules): string =>
  JSON.stringify({ errors: requestErrors(errors, rules) });
