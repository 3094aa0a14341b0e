import { refusedBody } from "../http/outcome.js";
import type { LiveRequest } from "../live/liveStreams.js";
import { visibilityOf } from "../live/visibility.js";
import type { Services } from "../services.js";
import { prepareOperation, requestFor } from "./operation.js";
import { type Asked, stateQuery } from "./stateQuery.js";

/**
 * A subscription for the live streams, which plan it anew when the graph in service has changed.
 *
 * @throws Refusal when what it wants to be told at a RESYNC is no query of its document
 */
export const liveRequest = (
  services: Services,
  { after, ...asked }: Asked & { readonly after?: string | undefined },
): LiveRequest => {
  const { text, params, context } = asked;
  return {
    plan() {
      const operation = prepareOperation(services.engine(context.session), text, params);
      return operation.engine.subscribe(requestFor(operation, params, context));
    },
    visibility: visibilityOf(context.session),
    name: params.operationName ?? /subscription\s+(\w+)/.exec(text)?.[1] ?? "",
    text,
    refusal: (outcome) => refusedBody(outcome, services.errors),
    after,
    state: stateQuery(services, asked),
  };
};
