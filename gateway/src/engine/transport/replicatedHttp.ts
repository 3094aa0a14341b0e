import type { SubgraphRequest } from "../subgraphClient.js";
import { addressesIn } from "./addressesIn.js";
import type { HttpAnswer } from "./exchange.js";
import { Fault } from "./fault.js";
import { type HttpLimits, mayRepeat, SubgraphHttp } from "./subgraphHttp.js";

/** The HTTP side of a subgraph. */
export interface HttpSide {
  /** Its address; of one that runs more than once its addresses by commas. */
  readonly url: string;
  /** @throws Fault, or the signal's reason */
  send(request: SubgraphRequest, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<HttpAnswer>;
  close(): Promise<void>;
}

export function openHttp(url: string, limits: HttpLimits): HttpSide {
  const addresses = addressesIn(url);
  return addresses.length > 1 ? new ReplicatedHttp(url, addresses, limits) : new SubgraphHttp(url, limits);
}

/** A subgraph that runs more than once: requests take turns, and go to the next address when one is gone. */
class ReplicatedHttp implements HttpSide {
  readonly #replicas: readonly SubgraphHttp[];
  #turn = Math.floor(Math.random() * 1_000); // gateways that start together do not all begin with the same one

  constructor(
    readonly url: string,
    addresses: readonly string[],
    limits: HttpLimits,
  ) {
    this.#replicas = addresses.map((address) => new SubgraphHttp(address, { ...limits, retries: 0 }));
  }

  async send(
    request: SubgraphRequest,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    const first = this.#turn++;
    for (let tried = 1; ; tried++) {
      try {
        return await this.#at(first + tried).send(request, headers, signal);
      } catch (problem) {
        const isLast = tried === this.#replicas.length;
        if (isLast || !(problem instanceof Fault) || !mayRepeat(request.operation, problem.repeatable)) throw problem;
      }
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#replicas.map((replica) => replica.close()));
  }

  #at(turn: number): SubgraphHttp {
    return this.#replicas[turn % this.#replicas.length] as SubgraphHttp;
  }
}
