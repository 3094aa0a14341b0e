/** When a subgraph is given a rest. */
export interface BreakerSettings {
  /** Faults in a row after which nothing is sent for a while. */
  readonly faults: number;
  /** Milliseconds of the first rest; each further one is twice as long. */
  readonly restMs: number;
  readonly longestRestMs: number;
}

export const defaultBreaker: BreakerSettings = { faults: 10, restMs: 500, longestRestMs: 4_000 };

/**
 * Stops asking a subgraph that keeps failing, so that requests fail at once instead of waiting for it. After a rest one
 * request goes through as a probe: if it succeeds all do, if not the next rest is longer.
 */
export class CircuitBreaker {
  #faults = 0;
  #rests = 0;
  #restsUntil = 0;
  #probing = false;

  constructor(
    private readonly settings: BreakerSettings = defaultBreaker,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Whether a request may be sent now; its outcome must then be told. */
  admits(): boolean {
    if (this.#rests === 0) return true;
    if (this.#probing || this.now() < this.#restsUntil) return false;
    this.#probing = true;
    return true;
  }

  succeeded(): void {
    this.#faults = 0;
    this.#rests = 0;
    this.#probing = false;
  }

  failed(): void {
    this.#faults++;
    if (!this.#probing && (this.#rests > 0 || this.#faults < this.settings.faults)) return;
    this.#probing = false;
    const { restMs, longestRestMs } = this.settings;
    this.#restsUntil = this.now() + Math.min(restMs * 2 ** this.#rests, longestRestMs);
    this.#rests++;
  }

  /** The request was given up by its client: nothing was learned. */
  abandoned(): void {
    this.#probing = false;
  }
}
