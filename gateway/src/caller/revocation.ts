/**
 * Credentials that may be taken back before their time. One may stand for ten thousand sockets, so that listening and
 * letting go cost the same however many listen; an `AbortSignal` walks through all of them.
 */
export class Revocation {
  readonly #listeners = new Set<() => void>();
  #isRevoked = false;

  get isRevoked(): boolean {
    return this.#isRevoked;
  }

  /** Calls `listener` once when the credentials are taken back, at once when they have been; disposing calls it off. */
  onRevoked(listener: () => void): Disposable {
    if (this.#isRevoked) listener();
    else this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  revoke(): void {
    this.#isRevoked = true;
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener();
  }
}
