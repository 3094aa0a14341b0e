/**
 * A generator that can be ended while it waits. `return()` of a plain async generator takes effect only at its next
 * `yield`, which for a stream without events never comes; here it aborts the signal the generator waits with.
 */
export function abortable<T>(
  generate: (signal: AbortSignal) => AsyncGenerator<T, void, undefined>,
): AsyncIterableIterator<T> {
  const stop = new AbortController();
  const source = generate(stop.signal);
  return {
    next: () => source.next(),
    async return() {
      stop.abort();
      return source.return(undefined);
    },
    async throw(error) {
      stop.abort();
      return source.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
