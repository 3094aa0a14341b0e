import type { SubgraphResponse } from "../engine/subgraphClient.js";
import { refusedBody } from "../http/outcome.js";
import { isPassing } from "../live/outage.js";
import type { PresentState, StateRead } from "../live/resync.js";
import type { RequestContext } from "../requestContext.js";
import type { Services } from "../services.js";
import { prepareOperation, requestFor } from "./operation.js";
import type { Params } from "./params.js";
import { badRequest } from "./refusal.js";
import { resultOf } from "./result.js";

/** A subscription as it was asked for. */
export interface Asked {
  readonly text: string;
  readonly params: Params;
  readonly context: RequestContext;
}

/**
 * The query that `extensions.resync` names: another operation of the subscription's document, which reads what the
 * subscription tells of, with the same variables. It runs as any query of this caller would.
 *
 * @throws Refusal when it is none
 */
export function stateQuery(
  services: Pick<Services, "engine" | "pace" | "errors">,
  { text, params, context }: Asked,
): PresentState | undefined {
  const name = params.extensions?.resync;
  if (name === undefined || name === null) return undefined;
  if (typeof name !== "string") throw badRequest("extensions.resync must be text.");
  const asked = { ...params, operationName: name };
  const prepare = () => prepareOperation(services.engine(context.session), text, asked);
  const { prepared, kind } = prepare();
  if (prepared.document && kind !== "query") {
    throw badRequest("extensions.resync must be the name of a query in the subscription's document.");
  }
  return {
    name,
    async read() {
      const operation = prepare(); // on the graph in service
      const outcome = await resultOf(services, operation, requestFor(operation, asked, context));
      if (outcome.kind === "refused") return { result: refusedBody(outcome, services.errors), extent: "ALL" };
      return { result: outcome.body, extent: outcome.hasErrors ? extentOf(outcome.body) : "ALL" };
    },
  };
}

function extentOf(body: string): StateRead["extent"] {
  const { data, errors } = JSON.parse(body) as SubgraphResponse;
  if (!errors?.some(isPassing)) return "ALL";
  return data ? "PART" : "NOTHING";
}
