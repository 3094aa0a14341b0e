import { Chain } from "./chain.js";

const listening = new WeakMap<AbortSignal, Chain<() => void>>();

/**
 * Calls back when the signal is aborted, unless what is returned is called before. Signals are slow to listen to, so that
 * all who wait for one share a single listener.
 */
export function whenAborted(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = listening.get(signal) ?? listenTo(signal);
  const link = callbacks.add(callback);
  return () => callbacks.delete(link);
}

function listenTo(signal: AbortSignal): Chain<() => void> {
  const callbacks = new Chain<() => void>();
  listening.set(signal, callbacks);
  const callAll = () => {
    for (const callback of [...callbacks]) callback();
  };
  signal.addEventListener("abort", callAll, { once: true });
  return callbacks;
}
