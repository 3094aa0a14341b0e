/** Events between one who pushes them and one who iterates, a bounded number of them. */
export class EventQueue<T> implements AsyncIterableIterator<T> {
  readonly #events: T[] = [];
  #wake: (() => void) | undefined;
  #ended = false;

  /** @param onReturn called when the reader has had enough */
  constructor(
    private readonly onReturn: () => void,
    private readonly most = 10_000,
  ) {}

  /** @returns false when the reader is too far behind: nothing more is taken, and it reads what there is, then the end */
  push(event: T): boolean {
    if (this.#ended) return false;
    this.#events.push(event);
    if (this.#events.length >= this.most) this.#ended = true;
    this.#wake?.();
    return !this.#ended;
  }

  end(last?: T): void {
    if (this.#ended) return;
    if (last !== undefined) this.#events.push(last);
    this.#ended = true;
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<T>> {
    while (this.#events.length === 0) {
      if (this.#ended) return { value: undefined, done: true };
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return { value: this.#events.shift() as T, done: false };
  }

  async return(): Promise<IteratorResult<T>> {
    this.#events.length = 0;
    this.end();
    this.onReturn();
    return { value: undefined, done: true };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
