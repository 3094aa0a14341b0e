/** Counts what happens, so that others can wait for more of it rather than for time to pass. */
export class Tally {
  #count = 0;
  #isOver = false;
  #news = Promise.withResolvers<void>();

  get isOver(): boolean {
    return this.#isOver;
  }

  add(): void {
    this.#count++;
    this.#tell();
  }

  /** Nothing more will happen. */
  end(): void {
    this.#isOver = true;
    this.#tell();
  }

  /** Waits until so much more has happened, or nothing more will. */
  async more(count: number): Promise<void> {
    const goal = this.#count + count;
    while (this.#count < goal && !this.#isOver) await this.#news.promise;
  }

  #tell(): void {
    this.#news.resolve();
    this.#news = Promise.withResolvers();
  }
}
