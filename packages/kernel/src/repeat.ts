import { pause } from "./logListener.js";

export interface RepeatOptions {
  /** Milliseconds before the next look when there was nothing more to do, or something failed. */
  readonly pauseMs: number;
  readonly onError: (error: unknown) => void;
}

/**
 * Takes one step after the other until it is disposed of.
 *
 * @param step  returns whether there is more to do at once
 */
export function repeat(step: () => Promise<boolean>, { pauseMs, onError }: RepeatOptions): AsyncDisposable {
  const stop = new AbortController();
  const running = (async () => {
    while (!stop.signal.aborted) {
      const isMore = await step().catch((error: unknown) => {
        if (!stop.signal.aborted) onError(error);
        return false;
      });
      if (!isMore) await pause(pauseMs, stop.signal);
    }
  })();
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await running;
    },
  };
}
