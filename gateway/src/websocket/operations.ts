import type { GraphQLFormattedError } from "graphql";
import type { SubscribePayload } from "graphql-ws";
import type { Session } from "../caller/session.js";
import type { SubscriptionOutcome } from "../engine/engine.js";
import { requestErrors, unexpected } from "../errors/requestErrors.js";
import { eventsOf } from "../operation/events.js";
import { prepareOperation, requestFor, variablesTooLarge } from "../operation/operation.js";
import { readParams } from "../operation/params.js";
import { Refusal } from "../operation/refusal.js";
import type { Services } from "../services.js";
import * as messages from "./messages.js";
import type { Outbox } from "./outbox.js";

/** An operation as one socket asked for it. */
export interface Asked {
  readonly id: string;
  readonly payload: SubscribePayload;
  /** Bytes of the message. */
  readonly bytes: number;
  readonly session: Session;
  readonly requestId: string;
}

/** Runs one operation to its end, or until `signal` says that the client completed it or has gone. */
export async function runOperation(
  services: Services,
  asked: Asked,
  outbox: Outbox,
  signal: AbortSignal,
): Promise<void> {
  const { id } = asked;
  try {
    const outcome = await start(services, asked, signal);
    if (outcome.kind === "refused") return sendErrors(requestErrors(outcome.errors, services.errors));
    signal.addEventListener("abort", () => void outcome.events.return?.(), { once: true });
    for await (const result of outcome.events) {
      if (signal.aborted) return;
      outbox.send(messages.next(id, result));
    }
    if (!signal.aborted) outbox.send(messages.complete(id));
  } catch (problem) {
    if (!signal.aborted) sendErrors([errorOf(problem, asked.requestId, services)]);
  }

  function sendErrors(errors: readonly GraphQLFormattedError[]): void {
    if (!signal.aborted) outbox.send(messages.error(id, errors));
  }
}

async function start(
  services: Services,
  { payload, bytes, session, requestId }: Asked,
  signal: AbortSignal,
): Promise<SubscriptionOutcome> {
  const params = readParams(payload);
  const tooLarge = variablesTooLarge(bytes, params, services.limits.variablesBytes);
  if (tooLarge) return { kind: "refused", errors: [tooLarge.toJSON()] };
  const text = services.persistedQueries.textOf(params);
  const operation = prepareOperation(services.engine(), text, params);
  return eventsOf(operation, requestFor(operation, params, { session, requestId }, signal));
}

function errorOf(problem: unknown, requestId: string, { log }: Services): GraphQLFormattedError {
  if (problem instanceof Refusal) return problem.error;
  log.error({ err: problem, requestId }, "unforeseen error");
  return unexpected(requestId);
}
