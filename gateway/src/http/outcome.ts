import type { FastifyReply } from "fastify";
import type { ExecutionOutcome, RefusedOutcome } from "../engine/engine.js";
import type { ErrorRules } from "../errors/errorRules.js";
import { requestErrors } from "../errors/requestErrors.js";
import { contentTypes, type MediaType } from "./mediaType.js";
import { sendParts } from "./multipart.js";

/** Sends what became of a query or a mutation. */
export function sendOutcome(
  reply: FastifyReply,
  outcome: ExecutionOutcome,
  { kind }: MediaType,
  rules: ErrorRules,
): FastifyReply | Promise<FastifyReply> {
  reply.header("content-type", contentTypes[kind]);
  switch (outcome.kind) {
    case "single":
      return reply.send(outcome.body);
    case "multipart":
      return sendParts(reply, outcome.parts);
    case "refused":
      // An older client that accepts application/json reads a request error only from a 200.
      return reply.code(kind === "json" ? 200 : 400).send(refusedBody(outcome, rules));
  }
}

/** The JSON of a result that has nothing but request errors. */
export const refusedBody = ({ errors }: RefusedOutcome, rules: ErrorRules): string =>
  JSON.stringify({ errors: requestErrors(errors, rules) });
