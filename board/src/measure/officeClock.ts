/** The office's clock as the graph tells it, running on between tellings at the pace it was seen to have. */
export interface OfficeClock {
  /** @param office  the office's instant, @param at  when it was so by the browser's steady clock; both in ms */
  told(office: number, at: number): void;
  /** The office's instant at that moment of the steady clock; `null` before it was told. */
  at(moment: number): Date | null;
}

const STEADY = 0.02; // a pace this close to 1 is 1: the rest is the network

/** A demonstration may run its clock many times as fast, or set it. */
export function createOfficeClock(): OfficeClock {
  let latest: { readonly office: number; readonly at: number } | null = null;
  let pace = 1;
  return {
    told(office, at) {
      if (latest && at > latest.at) {
        const seen = (office - latest.office) / (at - latest.at);
        pace = seen < 0 || Math.abs(seen - 1) < STEADY ? 1 : seen;
      }
      latest = { office, at };
    },
    at: (moment) => latest && new Date(latest.office + (moment - latest.at) * pace),
  };
}
