import { setTimeout as pause } from "node:timers/promises";
import type { SubgraphOperation, SubgraphRequest } from "../subgraphClient.js";
import { CircuitBreaker } from "./circuitBreaker.js";
import { Deadlines } from "./deadlines.js";
import { ACCEPT_ENCODING, type ExchangeRequest, exchange, type HttpAnswer } from "./exchange.js";
import { Fault, type Repeatable } from "./fault.js";
import { PlainHttp } from "./plainHttp.js";
import { RetryBudget } from "./retryBudget.js";
import { SecureHttp } from "./secureHttp.js";
import type { TransportSettings } from "./transportSettings.js";
import type { Wire } from "./wire.js";

export type HttpLimits = Pick<
  TransportSettings<unknown>,
  "timeoutMs" | "maxAnswerBytes" | "connections" | "retries" | "breaker"
>;

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
  readonly #deadlines: Deadlines;
  readonly #maxBytes: number;

  constructor(
    readonly url: string,
    private readonly limits: HttpLimits,
  ) {
    const address = new URL(url);
    const Transport = address.protocol === "https:" ? SecureHttp : PlainHttp;
    this.#wire = new Transport(address, FIXED_HEADERS, limits.connections ?? 128);
    this.#breaker = new CircuitBreaker(limits.breaker);
    this.#deadlines = new Deadlines(limits.timeoutMs ?? 15_000);
    this.#maxBytes = limits.maxAnswerBytes ?? 32 * 1024 * 1024;
  }

  /** @throws Fault, or the signal's reason */
  send(
    { operation, variables }: SubgraphRequest,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    if (!this.#breaker.admits()) return Promise.reject(new Fault("SUBGRAPH_RESTING", undefined, "all"));
    this.#budget.earn();
    const body = bodyOf(operation, variables);
    const request = { headers, body, deadlines: this.#deadlines, maxBytes: this.#maxBytes, signal };
    return new Promise((resolve, reject) => this.#attempt({ operation, request, resolve, reject }, 0));
  }

  close(): Promise<void> {
    return this.#wire.close();
  }

  #attempt(delivery: Delivery, attempt: number): void {
    exchange(
      this.#wire,
      delivery.request,
      (answer) => {
        this.#breaker.succeeded();
        delivery.resolve(answer);
      },
      (problem) => this.#failed(delivery, attempt, problem),
    );
  }

  #failed(delivery: Delivery, attempt: number, problem: unknown): void {
    const { signal } = delivery.request;
    const repeatable = problem instanceof Fault || signal.aborted ? undefined : repeatableAfter(problem);
    if (repeatable === undefined) this.#giveUp(delivery, problem);
    else if (attempt < (this.limits.retries ?? 2) && mayRepeat(delivery.operation, repeatable) && this.#budget.spend())
      pause(FIRST_BACK_OFF_MS * 2 ** attempt * (0.5 + Math.random()), undefined, { signal }).then(
        () => this.#attempt(delivery, attempt + 1),
        (aborted) => this.#giveUp(delivery, aborted),
      );
    else {
      const detail = problem instanceof Error ? problem.message : String(problem);
      this.#giveUp(delivery, new Fault("SUBGRAPH_UNREACHABLE", detail, repeatable));
    }
  }

  #giveUp({ request, reject }: Delivery, problem: unknown): void {
    if (request.signal.aborted) this.#breaker.abandoned();
    else this.#breaker.failed();
    reject(problem);
  }
}

/** A request under way, which may take several attempts. */
interface Delivery {
  readonly operation: SubgraphOperation;
  readonly request: ExchangeRequest;
  readonly resolve: (answer: HttpAnswer) => void;
  readonly reject: (problem: unknown) => void;
}

const NOTHING_ARRIVED = new Set(["ECONNREFUSED", "ECONNTIMEOUT", "UND_ERR_CONNECT_TIMEOUT"]);

/** A query may always be sent again; a mutation only if it cannot have arrived. */
const repeatableAfter = (problem: unknown): Repeatable =>
  NOTHING_ARRIVED.has((problem as NodeJS.ErrnoException).code ?? "") ? "all" : "queries";

export const mayRepeat = ({ kind }: SubgraphOperation, repeatable: Repeatable): boolean =>
  repeatable === "all" || (repeatable === "queries" && kind === "query");

const heads = new WeakMap<SubgraphOperation, string>();

function bodyOf(operation: SubgraphOperation, variables: string): string {
  let head = heads.get(operation);
  if (head === undefined) {
    const { query, operationName } = operation;
    head = `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":`;
    heads.set(operation, head);
  }
  return `${head}${variables}}`;
}
