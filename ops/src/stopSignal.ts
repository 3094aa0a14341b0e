/**
 * Aborted when we are asked to stop, or when the `npm start` that started us is gone. Asked again, more than a second
 * later, we leave at once; what still runs is then ended by the orphan guard.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  let askedAt = 0;
  const ask = () => {
    if (askedAt && Date.now() - askedAt > 1_000) process.exit(1);
    askedAt ||= Date.now();
    stop.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, ask);
  process.once("disconnect", () => stop.abort());
  return stop.signal;
}

export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
