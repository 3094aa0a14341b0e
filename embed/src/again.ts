/** Calls something after a pause, but only while the page can be seen: one that comes back into sight is served at once. */
export class Again {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #inSight: AbortController | undefined;

  /** In place of what was called for before. */
  after(seconds: number, call: () => void): void {
    this.cancel();
    this.#timer = setTimeout(() => {
      if (!document.hidden) return call();
      this.#inSight = new AbortController();
      document.addEventListener("visibilitychange", call, { once: true, signal: this.#inSight.signal });
    }, seconds * 1_000);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#inSight?.abort();
  }
}
