import { type QuotaStore, type Slot, sum, type Taking } from "./quotaStore.js";

/** Quotas of a single gateway, forgotten when it ends. Nothing waits between looking and taking, which makes it exact. */
export function memoryQuotas(): QuotaStore {
  const counters = new Map<string, readonly Slot[]>();
  return {
    async take(takings) {
      const known = takings.map(({ counter, from }) =>
        (counters.get(counter) ?? []).filter(({ slot }) => slot >= from),
      );
      const fits = takings.every(({ amount, quota }, index) => sum(known[index] ?? []) + amount <= quota);
      const slots = takings.map((taking, index) => {
        const before = known[index] ?? [];
        const after = fits ? noted(before, taking) : before;
        counters.set(taking.counter, after);
        return after;
      });
      return { fits, slots };
    },
    [Symbol.asyncDispose]: async () => {},
  };
}

function noted(slots: readonly Slot[], { slot, amount }: Taking): readonly Slot[] {
  const same = slots.find((each) => each.slot === slot);
  const others = slots.filter((each) => each !== same);
  return [...others, { slot, used: (same?.used ?? 0) + amount }].sort((a, b) => a.slot - b.slot);
}
