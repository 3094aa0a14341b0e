const listening = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back when the signal is aborted, unless what is returned is called before. Signals are slow to listen to, so that
 * all who wait for one share a single listener.
 */
export function whenAborted(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = listening.get(signal) ?? listenTo(signal);
  callbacks.add(callback);
  return () => callbacks.delete(callback);
}

function listenTo(signal: AbortSignal): Set<() => void> {
  const callbacks = new Set<() => void>();
  listening.set(signal, callbacks);
  const callAll = () => {
    for (const callback of [...callbacks]) callback();
  };
  signal.addEventListener("abort", callAll, { once: true });
  return callbacks;
}
