import type { BeforeAndNow } from "./optimisation.js";

/** What a matter asks of who comes, as its guide stands. */
export interface Demands {
  readonly matterId: string;
  readonly materials: number;
  readonly steps: number;
  readonly onSiteVisits: number;
}

/** What the matters of two days asked, those that there were on both. */
export interface ThresholdTrend {
  readonly matters: number;
  readonly materials: BeforeAndNow;
  readonly steps: BeforeAndNow;
  readonly onSiteVisits: BeforeAndNow;
  /** Nothing rose, and something fell. */
  readonly fallen: boolean;
}

/** Whether it has become easier (最大限度降低审批的门槛, R075): only what was there on both days is compared. */
export function thresholdTrend(before: readonly Demands[], now: readonly Demands[]): ThresholdTrend {
  const was = new Map(before.map((one) => [one.matterId, one]));
  const pairs = now.flatMap((one) => {
    const then = was.get(one.matterId);
    return then ? [{ then, one }] : [];
  });
  const sum = (of: (demands: Demands) => number): BeforeAndNow => ({
    before: pairs.reduce((total, { then }) => total + of(then), 0),
    now: pairs.reduce((total, { one }) => total + of(one), 0),
  });
  const sums = {
    materials: sum(({ materials }) => materials),
    steps: sum(({ steps }) => steps),
    onSiteVisits: sum(({ onSiteVisits }) => onSiteVisits),
  };
  const all = Object.values(sums);
  const fallen = all.every((one) => one.now <= one.before) && all.some((one) => one.now < one.before);
  return { matters: pairs.length, ...sums, fallen };
}
