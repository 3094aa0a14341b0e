/** Waits that end early when it is worth trying again: the network is back, or somebody looks at the page again. */
export interface WakeUp {
  /** Resolves after so many milliseconds, at once on a wake-up or when the signal aborts. */
  after(delay: number, signal?: AbortSignal): Promise<void>;
  wake(): void;
}

export function createWakeUp(): WakeUp {
  const waiting = new Set<() => void>();
  return {
    after: (delay, signal) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          waiting.delete(done);
          signal?.removeEventListener("abort", done);
          resolve();
        };
        const timer = setTimeout(done, signal?.aborted ? 0 : delay);
        waiting.add(done);
        signal?.addEventListener("abort", done);
      }),
    wake() {
      for (const done of [...waiting]) done();
    },
  };
}

/** Wakes when the browser says that the network is there again, or the page comes back into view. */
export function wakeWithTheBrowser(wakeUp: WakeUp): void {
  addEventListener("online", () => wakeUp.wake());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") wakeUp.wake();
  });
}
