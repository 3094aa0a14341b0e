import { type Client, createClient } from "graphql-ws";
import { WebSocket } from "ws";
import type { SubgraphClient, SubgraphResponse } from "../engine/subgraphClient.js";
import type { RequestContext } from "../requestContext.js";
import { fault } from "./fault.js";
import type { TransportSettings } from "./transportSettings.js";

type Subscribe = SubgraphClient<RequestContext>["subscribe"];

/** Subscribes over one `graphql-transport-ws` socket per subgraph, opened when needed. */
export function socketSubscribe({ urlOf, attachments }: TransportSettings): Subscribe & AsyncDisposable {
  const clients = new Map<string, Client>();
  const clientOf = (subgraph: string, url: string) => {
    const client =
      clients.get(url) ??
      createClient({
        url: url.replace(/^http/, "ws"),
        webSocketImpl: WebSocket,
        connectionParams: () => attachments.connectionParams(subgraph),
        lazyCloseTimeout: 5_000, // 5 seconds, so that one page's reload does not close the socket
        retryAttempts: 0,
        onNonLazyError: () => {},
      });
    clients.set(url, client);
    return client;
  };

  async function* subscribe(
    ...[subgraph, request, context, signal]: Parameters<Subscribe>
  ): AsyncGenerator<SubgraphResponse> {
    const url = urlOf(subgraph);
    if (!url) return yield fault("SUBGRAPH_UNREACHABLE", subgraph);
    const { query, operationName } = request.operation;
    const extensions = await attachments.extensions(context, subgraph);
    const events = clientOf(subgraph, url).iterate<Record<string, unknown>>({
      query,
      operationName,
      variables: JSON.parse(request.variables),
      extensions,
    });
    const stop = () => void events.return?.();
    signal.addEventListener("abort", stop, { once: true });
    try {
      for await (const event of events) yield event as SubgraphResponse;
    } catch (problem) {
      yield Array.isArray(problem) ? { data: null, errors: problem } : fault("SUBGRAPH_UNREACHABLE", subgraph);
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  const dispose = async () => {
    await Promise.all([...clients.values()].map((client) => client.dispose()));
  };
  return Object.assign(subscribe, { [Symbol.asyncDispose]: dispose });
}
