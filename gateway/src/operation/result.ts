import type { ExecutionRequest, RefusedOutcome, SingleOutcome } from "../engine/engine.js";
import type { RequestContext } from "../requestContext.js";
import type { Services } from "../services.js";
import type { Operation } from "./operation.js";

/**
 * Runs a query or a mutation where results are streamed, in one piece, when it is its turn.
 *
 * @throws the signal's reason when nobody waits for it any more
 */
export async function resultOf(
  { pace }: Pick<Services, "pace">,
  { engine }: Operation,
  execution: ExecutionRequest<RequestContext>,
): Promise<SingleOutcome | RefusedOutcome> {
  const outcome = await pace.run(() => {
    execution.signal?.throwIfAborted();
    return engine.execute(execution);
  });
  if (outcome.kind === "multipart") throw new Error("A stream of results never asks for parts.");
  return outcome;
}
