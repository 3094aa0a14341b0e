import type { ExecutionRequest, RefusedOutcome, SingleOutcome } from "../engine/engine.js";
import { refusedBody } from "../http/outcome.js";
import type { LiveRequest } from "../live/liveStreams.js";
import { visibilityOf } from "../live/visibility.js";
import type { RequestContext } from "../requestContext.js";
import type { Services } from "../services.js";
import { type Operation, prepareOperation, requestFor } from "./operation.js";
import type { Params } from "./params.js";

/** Runs a query or a mutation where results are streamed, in one piece. */
export async function resultOf(
  { engine }: Operation,
  execution: ExecutionRequest<RequestContext>,
): Promise<SingleOutcome | RefusedOutcome> {
  const outcome = await engine.execute(execution);
  if (outcome.kind === "multipart") throw new Error("A stream of results never asks for parts.");
  return outcome;
}

/** A subscription for the live streams, which plan it anew when the graph in service has changed. */
export const liveRequest = (
  services: Services,
  {
    text,
    params,
    context,
    after,
  }: { text: string; params: Params; context: RequestContext; after?: string | undefined },
): LiveRequest => ({
  plan() {
    const operation = prepareOperation(services.engine(context.session), text, params);
    return operation.engine.subscribe(requestFor(operation, params, context));
  },
  visibility: visibilityOf(context.session),
  name: params.operationName ?? /subscription\s+(\w+)/.exec(text)?.[1] ?? "",
  text,
  refusal: (outcome) => refusedBody(outcome, services.errors),
  after,
});
