import type { QuotaStore } from "./quotaStore.js";

/** Quotas of a single gateway, forgotten when it ends. Nothing waits between looking and taking, which makes it exact. */
export function memoryQuotas(): QuotaStore {
  const counters = new Map<string, { since: number; used: number }>();
  return {
    async take(takings) {
      const known = takings.map(({ counter, since }) => {
        const before = counters.get(counter);
        return before && before.since >= since ? before : { since, used: 0 };
      });
      const fits = takings.every(({ amount, quota }, index) => (known[index]?.used ?? 0) + amount <= quota);
      const used = takings.map(({ counter, amount }, index) => {
        const { since, used: before } = known[index] ?? { since: 0, used: 0 };
        const after = fits ? before + amount : before;
        counters.set(counter, { since, used: after });
        return after;
      });
      return { fits, used };
    },
    [Symbol.asyncDispose]: async () => {},
  };
}
