export interface Remembering {
  /** Milliseconds for which what was found serves. */
  readonly forMs: number;
}

interface Found<V> {
  readonly value: V;
  readonly until: number;
}

/**
 * Asks for the same thing only now and then, and once when many ask at the same time. While asking fails, what was found
 * last goes on serving.
 *
 * @throws what `ask` throws, where nothing was ever found
 */
export function remembered<V>(ask: (key: string) => Promise<V>, { forMs }: Remembering): (key: string) => Promise<V> {
  const found = new Map<string, Found<V>>();
  const asking = new Map<string, Promise<V>>();
  const again = async (key: string): Promise<V> => {
    try {
      const value = await ask(key);
      found.set(key, { value, until: performance.now() + forMs });
      return value;
    } catch (problem) {
      const last = found.get(key);
      if (last) return last.value;
      throw problem;
    } finally {
      asking.delete(key);
    }
  };
  return (key) => {
    const known = found.get(key);
    if (known && known.until > performance.now()) return Promise.resolve(known.value);
    const running = asking.get(key) ?? again(key);
    asking.set(key, running);
    return running;
  };
}
