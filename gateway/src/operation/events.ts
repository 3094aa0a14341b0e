import type { ExecutionRequest, SubscriptionOutcome } from "../engine/engine.js";
import type { RequestContext } from "../requestContext.js";
import type { Operation } from "./operation.js";

/** Runs any operation as a stream of results: one for a query or mutation, many for a subscription. */
export async function eventsOf(
  { engine, kind }: Operation,
  execution: ExecutionRequest<RequestContext>,
): Promise<SubscriptionOutcome> {
  if (kind === "subscription") return engine.subscribe(execution);
  const outcome = await engine.execute(execution);
  if (outcome.kind === "refused") return outcome;
  if (outcome.kind === "multipart") throw new Error("A stream of results never asks for parts.");
  return { kind: "events", events: only(outcome.body) };
}

/** A stream of one result. */
export async function* only(result: string): AsyncGenerator<string, undefined> {
  yield result;
}
