/** So many operations may be under way whatever else is going on. */
const FEW = 3;

/**
 * Lets operations begin when those under way leave time for it. What is under way holds memory, which every collection of
 * the young generation copies: when there is more to do than the processor can, it is better to end what was begun than
 * to begin more. While subgraphs keep everybody waiting, everybody may begin.
 */
export class Pace {
  #underWay = 0;
  #hasProgressed = false;
  #isLooking = false;
  readonly #waiting: (() => void)[] = [];

  /** Runs an operation when it is its turn; they begin in the order in which they came. */
  async run<T>(operation: () => Promise<T>): Promise<T> {
    if (this.#underWay < FEW) this.#underWay++;
    else await this.#turn();
    try {
      return await operation();
    } finally {
      this.#underWay--;
      if (this.#underWay < FEW) this.#beginNext();
    }
  }

  /** Something that an operation under way has waited for is here. */
  progressed(): void {
    this.#hasProgressed = true;
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#lookForTime();
    });
  }

  #beginNext(): void {
    const begin = this.#waiting.shift();
    if (!begin) return;
    this.#underWay++;
    begin();
  }

  /** Once for each turn of the event loop, as long as anybody waits: one more may begin when there was nothing to do. */
  #lookForTime(): void {
    if (this.#isLooking) return;
    this.#isLooking = true;
    this.#hasProgressed = false;
    setImmediate(() => {
      this.#isLooking = false;
      if (!this.#hasProgressed) this.#beginNext();
      if (this.#waiting.length > 0) this.#lookForTime();
    });
  }
}
