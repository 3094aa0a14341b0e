import { type DocumentNode, valueFromASTUntyped, visit } from "graphql";
import { isJsonObject, type JsonObject } from "../engine/json.js";
import type { AcceptedRequest } from "../engine/requests.js";
import { variablesText } from "../engine/run/requestVariables.js";
import type { SubgraphClient, SubgraphRequest, SubgraphResponse } from "../engine/subgraphClient.js";
import type { Subscription } from "../engine/subscription.js";
import { Fault } from "../engine/transport/fault.js";
import type { LiveSource, ShareFetch } from "./liveSource.js";
import { isPassing } from "./outage.js";
import type { Resumption } from "./resumption.js";

/** A planned subscription, ready to be shared and resumed. */
export class SubscriptionSource<C> implements LiveSource {
  readonly upstream: string;
  readonly shape: string;
  readonly after: string | null;

  constructor(
    private readonly subscription: Subscription<C>,
    private readonly resumption: Resumption | undefined,
    { prepared, definition, variables }: AcceptedRequest,
  ) {
    const given = resumption?.given;
    const value = given && valueFromASTUntyped(given, { ...variables });
    this.after = typeof value === "string" ? value : null;
    const { operation, variables: fixed } = this.#requestAfter(null);
    this.upstream = JSON.stringify([subscription.subgraph, operation.query, fixed]);
    const own = given?.kind === "Variable" && isUsedOnce(prepared.document, given.name.value) && given.name.value;
    const told = own ? { ...variables, [own]: undefined } : variables;
    this.shape = JSON.stringify([prepared.source, definition.name?.value, told]);
  }

  get log(): string | undefined {
    return this.resumption?.log;
  }

  async head(signal: AbortSignal): Promise<string | null> {
    const operation = this.resumption?.headOperation;
    if (!operation) return null;
    const { client, context, subgraph } = this.subscription;
    const { data, errors } = await client.fetch(subgraph, { operation, variables: "{}" }, context, signal);
    if (typeof data?.head === "string") return data.head;
    if (errors?.every(isPassing)) throw new Fault("SUBGRAPH_UNREACHABLE", errors[0]?.message);
    return null;
  }

  open(after: string | null, signal: AbortSignal): AsyncIterable<SubgraphResponse> {
    const { client, context, subgraph } = this.subscription;
    return client.subscribe(subgraph, this.#requestAfter(after), context, signal);
  }

  cursorOf({ data }: SubgraphResponse): string | null {
    if (!this.resumption || !data) return null;
    const { field, cursor } = this.resumption;
    const root = (data as JsonObject)[field];
    const value = isJsonObject(root) ? root[cursor] : undefined;
    return typeof value === "string" ? value : null;
  }

  answer(event: SubgraphResponse, share?: ShareFetch): Promise<string> {
    return this.subscription.answer(event, share ? sharing<C>(this.subscription.client, share) : undefined);
  }

  #requestAfter(after: string | null): SubgraphRequest {
    if (!this.resumption) return this.subscription.request;
    const { operation, position, variableNames } = this.resumption;
    const more = after === null ? [] : [`${JSON.stringify(position)}:${JSON.stringify(after)}`];
    return { operation, variables: variablesText(variableNames, this.subscription.variables, more) };
  }
}

/** A client whose fetches may be those of others. */
const sharing = <C>(client: SubgraphClient<C>, share: ShareFetch): SubgraphClient<C> => ({
  fetch: (subgraph, request, context, signal) =>
    share(subgraph, request, () => client.fetch(subgraph, request, context, signal)),
  subscribe: (...args) => client.subscribe(...args),
});

/** Whether a variable stands nowhere but in its definition and one argument. */
function isUsedOnce(document: DocumentNode, variable: string): boolean {
  const uses: string[] = [];
  visit(document, {
    Variable({ name }) {
      if (name.value === variable) uses.push(variable);
    },
  });
  return uses.length === 2;
}
