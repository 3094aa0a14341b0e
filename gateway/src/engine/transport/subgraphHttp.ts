import { setTimeout as pause } from "node:timers/promises";
import type { SubgraphOperation, SubgraphRequest } from "../subgraphClient.js";
import { CircuitBreaker } from "./circuitBreaker.js";
import { ACCEPT_ENCODING, exchange, type HttpAnswer } from "./exchange.js";
import { Fault } from "./fault.js";
import { PlainHttp } from "./plainHttp.js";
import { RetryBudget } from "./retryBudget.js";
import { SecureHttp } from "./secureHttp.js";
import type { TransportSettings } from "./transportSettings.js";
import type { Wire } from "./wire.js";

type Limits = Pick<TransportSettings<unknown>, "timeoutMs" | "maxAnswerBytes" | "connections" | "retries" | "breaker">;

const FIRST_BACK_OFF_MS = 20;

const FIXED_HEADERS = [
  ["content-type", "application/json"],
  ["accept", "application/graphql-response+json, application/json"],
  ["accept-encoding", ACCEPT_ENCODING],
] as const;

/** The HTTP side of one subgraph at one address: its connections, and what is known of its health. */
export class SubgraphHttp {
  readonly #wire: Wire;
  readonly #breaker: CircuitBreaker;
  readonly #budget = new RetryBudget();

  constructor(
    readonly url: string,
    private readonly limits: Limits,
  ) {
    const address = new URL(url);
    const Transport = address.protocol === "https:" ? SecureHttp : PlainHttp;
    this.#wire = new Transport(address, FIXED_HEADERS, limits.connections ?? 128);
    this.#breaker = new CircuitBreaker(limits.breaker);
  }

  /** @throws Fault, or the signal's reason */
  async send(
    request: SubgraphRequest,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    if (!this.#breaker.admits()) throw new Fault("SUBGRAPH_RESTING");
    try {
      const answer = await this.#attempts(request, headers, signal);
      this.#breaker.succeeded();
      return answer;
    } catch (problem) {
      if (signal.aborted) this.#breaker.abandoned();
      else this.#breaker.failed();
      throw problem;
    }
  }

  close(): Promise<void> {
    return this.#wire.close();
  }

  async #attempts(
    request: SubgraphRequest,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    const { retries = 2, timeoutMs = 15_000, maxAnswerBytes = 32 * 1024 * 1024 } = this.limits;
    const body = bodyOf(request);
    const sent = { headers, body, timeoutMs, maxBytes: maxAnswerBytes, signal };
    this.#budget.earn();
    for (let attempt = 0; ; attempt++) {
      try {
        return await exchange(this.#wire, sent);
      } catch (problem) {
        if (problem instanceof Fault || signal.aborted) throw problem;
        const again = attempt < retries && mayRepeat(request.operation, problem) && this.#budget.spend();
        if (!again)
          throw new Fault("SUBGRAPH_UNREACHABLE", problem instanceof Error ? problem.message : String(problem));
        await pause(FIRST_BACK_OFF_MS * 2 ** attempt * (0.5 + Math.random()), undefined, { signal });
      }
    }
  }
}

/** A query may always be sent again; a mutation only if it cannot have arrived. */
function mayRepeat({ kind }: SubgraphOperation, problem: unknown): boolean {
  const { code } = problem as NodeJS.ErrnoException;
  return kind === "query" || code === "ECONNREFUSED" || code === "ECONNTIMEOUT" || code === "UND_ERR_CONNECT_TIMEOUT";
}

const heads = new WeakMap<SubgraphOperation, string>();

function bodyOf({ operation, variables }: SubgraphRequest): string {
  let head = heads.get(operation);
  if (head === undefined) {
    const { query, operationName } = operation;
    head = `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":`;
    heads.set(operation, head);
  }
  return `${head}${variables}}`;
}
