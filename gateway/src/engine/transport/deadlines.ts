/** Something that has to end in time. */
export interface Expiring {
  expire(): void;
}

/** Time-outs that are all of one length, hence end in the order in which they began: one timer serves them all. */
export class Deadlines {
  readonly #ends = new Map<Expiring, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly ms: number) {}

  add(expiring: Expiring): void {
    this.#ends.set(expiring, performance.now() + this.ms);
    this.#timer ??= this.#wait(this.ms);
  }

  delete(expiring: Expiring): void {
    this.#ends.delete(expiring);
  }

  #wait(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.#expire(), ms).unref(); // whoever waits has a connection that keeps the process alive
  }

  #expire(): void {
    this.#timer = undefined;
    for (const [expiring, end] of this.#ends) {
      const left = end - performance.now();
      if (left > 0) {
        this.#timer ??= this.#wait(Math.ceil(left));
        return;
      }
      this.#ends.delete(expiring);
      expiring.expire();
    }
  }
}
