import type { SubgraphClient, SubgraphRequest, SubgraphResponse } from "../subgraphClient.js";
import { checkAnswer } from "./checkAnswer.js";
import { Fault } from "./fault.js";
import { type HttpSide, openHttp } from "./replicatedHttp.js";
import { ReplicatedSocket } from "./replicatedSocket.js";
import type { TransportSettings } from "./transportSettings.js";

const NO_HEADERS = {};

/** Reaches subgraphs over kept-alive HTTP connections, and over one websocket each for subscriptions. */
export class SubgraphTransport<C> implements SubgraphClient<C>, AsyncDisposable {
  readonly #http = new Map<string, HttpSide>();
  readonly #sockets = new Map<string, ReplicatedSocket>();

  constructor(private readonly settings: TransportSettings<C>) {}

  async fetch(subgraph: string, request: SubgraphRequest, context: C, signal: AbortSignal): Promise<SubgraphResponse> {
    const startedAt = performance.now();
    let answerCharacters = 0;
    let fault: Fault | undefined;
    try {
      const given = this.settings.headers?.(context, subgraph) ?? NO_HEADERS;
      const headers = given instanceof Promise ? await given : given;
      const { text, status } = await this.#httpOf(subgraph).send(request, headers, signal);
      answerCharacters = text.length;
      return checkAnswer(text, status);
    } catch (problem) {
      if (signal.aborted) throw signal.reason;
      fault = problem instanceof Fault ? problem : new Fault("SUBGRAPH_UNREACHABLE", String(problem));
      return fault.answer(subgraph);
    } finally {
      const milliseconds = performance.now() - startedAt;
      this.settings.onFetch?.({ subgraph, milliseconds, answerCharacters, fault }, context);
    }
  }

  async *subscribe(
    subgraph: string,
    request: SubgraphRequest,
    context: C,
    signal: AbortSignal,
  ): AsyncGenerator<SubgraphResponse> {
    const url = this.settings.urlOf(subgraph);
    if (!url) return yield new Fault("SUBGRAPH_UNREACHABLE").answer(subgraph);
    const extensions = (await this.settings.extensions?.(context, subgraph)) ?? {};
    const events = this.#socketOf(subgraph, url).socket.subscribe(request, extensions);
    const stop = () => void events.return?.();
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    try {
      yield* events;
    } finally {
      signal.removeEventListener("abort", stop);
      stop();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#http.values(), ...this.#sockets.values()].map((one) => one.close()));
  }

  #httpOf(subgraph: string): HttpSide {
    const url = this.settings.urlOf(subgraph);
    if (!url) throw new Fault("SUBGRAPH_UNREACHABLE", "no address");
    const known = this.#http.get(subgraph);
    if (known?.url === url) return known;
    void known?.close(); // it has moved; what is under way there may end
    const http = openHttp(url, this.settings);
    this.#http.set(subgraph, http);
    return http;
  }

  #socketOf(subgraph: string, url: string): ReplicatedSocket {
    const known = this.#sockets.get(subgraph);
    if (known?.url === url) return known;
    void known?.close();
    const socket = new ReplicatedSocket(url, {
      connectionParams: () => this.settings.connectionParams?.(subgraph) ?? {},
      maxMessageBytes: this.settings.maxAnswerBytes ?? 32 * 1024 * 1024,
    });
    this.#sockets.set(subgraph, socket);
    return socket;
  }
}
