/** Retries may add this share to the requests of normal times, so that they never double the load on a failing subgraph. */
const SHARE = 0.1;

/** Lets a few requests be repeated, not all of them. */
export class RetryBudget {
  #tokens: number;

  constructor(private readonly most = 20) {
    this.#tokens = most;
  }

  /** A request is sent for the first time. */
  earn(): void {
    this.#tokens = Math.min(this.most, this.#tokens + SHARE);
  }

  /** Whether one may be repeated. */
  spend(): boolean {
    if (this.#tokens < 1) return false;
    this.#tokens--;
    return true;
  }
}
