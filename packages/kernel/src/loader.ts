import DataLoader from "dataloader";

export type { default as DataLoader } from "dataloader";

interface LoaderOptions {
  readonly cache: boolean;
}

/**
 * A loader over "the values for these keys, in any order".
 *
 * @returns one value per key, in key order; `null` where there is none
 */
export function byKey<K, V>(
  find: (keys: readonly K[]) => Promise<readonly V[]>,
  keyOf: (value: V) => K,
  options?: LoaderOptions,
): DataLoader<K, V | null> {
  return new DataLoader(async (keys: readonly K[]) => {
    const found = new Map((await find(keys)).map((value) => [keyOf(value), value] as const));
    return keys.map((key) => found.get(key) ?? null);
  }, options);
}

/**
 * A loader over "all values that belong to these keys, in any order".
 *
 * @returns one list per key, in key order and in the order `find` gave; empty where there is none
 */
export function groupByKey<K, V>(
  find: (keys: readonly K[]) => Promise<readonly V[]>,
  keyOf: (value: V) => K,
  options?: LoaderOptions,
): DataLoader<K, V[]> {
  return new DataLoader(async (keys: readonly K[]) => {
    const groups = Map.groupBy(await find(keys), keyOf);
    return keys.map((key) => groups.get(key) ?? []);
  }, options);
}
