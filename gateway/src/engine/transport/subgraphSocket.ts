import { type Client, createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { EventQueue } from "../eventQueue.js";
import { isJsonObject } from "../json.js";
import type { SubgraphRequest, SubgraphResponse } from "../subgraphClient.js";
import { checkError } from "./checkAnswer.js";
import { Fault } from "./fault.js";

export interface SocketOptions {
  readonly connectionParams: () => Readonly<Record<string, unknown>> | Promise<Readonly<Record<string, unknown>>>;
  readonly maxMessageBytes: number;
  /** Called when it cannot be opened, or has broken. */
  readonly onLost?: () => void;
}

/** One `graphql-transport-ws` socket to one subgraph, opened when needed, with all its subscriptions. */
export class SubgraphSocket {
  readonly #client: Client;
  readonly #queues = new Set<EventQueue<SubgraphResponse>>();
  readonly #onLost: (() => void) | undefined;

  constructor(
    readonly url: string,
    { connectionParams, maxMessageBytes, onLost }: SocketOptions,
  ) {
    this.#onLost = onLost;
    this.#client = createClient({
      url: url.replace(/^http/, "ws"),
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocol: string) {
          super(address, protocol, { maxPayload: maxMessageBytes, perMessageDeflate: false, handshakeTimeout: 5_000 });
        }
      },
      connectionParams: async () => ({ ...(await connectionParams()) }),
      connectionAckWaitTimeout: 5_000,
      keepAlive: 15_000, // a subgraph that has vanished without a word is noticed
      lazyCloseTimeout: 5_000, // one page's reload does not close the socket
      retryAttempts: 0, // whoever subscribed decides from where to go on
      onNonLazyError: () => {},
    });
  }

  /** Events until the subgraph ends the stream, or the iterator is returned. */
  subscribe(
    { operation, variables }: SubgraphRequest,
    extensions: Readonly<Record<string, unknown>>,
  ): AsyncIterableIterator<SubgraphResponse> {
    const { query, operationName } = operation;
    const payload = { query, operationName, variables: JSON.parse(variables) as Record<string, unknown>, extensions };
    const queue = new EventQueue<SubgraphResponse>(() => {
      this.#queues.delete(queue);
      cancel();
    });
    this.#queues.add(queue);
    const cancel = this.#client.subscribe(payload, {
      next: (event) => {
        if (!queue.push(readEvent(event))) cancel();
      },
      error: (problem) => {
        const isRefusal = Array.isArray(problem);
        queue.end(isRefusal ? { data: null, errors: problem.map(checkError) } : lost());
        if (!isRefusal) this.#onLost?.();
      },
      complete: () => queue.end(),
    });
    return queue;
  }

  /** To subscribers it is lost: the subgraph has not completed their streams. */
  async close(): Promise<void> {
    for (const queue of this.#queues) queue.end(lost());
    await this.#client.dispose();
  }
}

const lost = () => new Fault("SUBGRAPH_CONNECTION_LOST").answer("");

function readEvent(event: unknown): SubgraphResponse {
  const { data, errors } = isJsonObject(event) ? event : {};
  const readable = isJsonObject(data) ? { data } : { data: null };
  if (Array.isArray(errors)) return { ...readable, errors: errors.map(checkError) };
  return readable.data ? readable : new Fault("SUBGRAPH_BAD_ANSWER").answer("");
}
