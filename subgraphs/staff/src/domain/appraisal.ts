import { parsePlainDate } from "@yimen/workdays/plainDate";
import {
  AlreadyAppraised,
  AppraisalAspectsInvalid,
  AppraisalOutOfOrder,
  AppraisalPeriodInvalid,
} from "./appraisalRefusals.js";
import type { AppraisingBody } from "./appraiser.js";
import type { AttendanceCount } from "./attendanceCount.js";
import { type Period, periodOf } from "./period.js";

/** 德、能、勤、绩、廉 (R169). */
export const aspects = ["MORALITY", "ABILITY", "DILIGENCE", "PERFORMANCE", "INTEGRITY"] as const;
export type Aspect = (typeof aspects)[number];

export interface AspectScore {
  readonly aspect: Aspect;
  /** 0 to 100. */
  readonly score: number;
}

/** What follows from an appraisal (R172, R173). */
export const consequences = ["NONE", "ADMONITION", "RETURNED"] as const;
export type Consequence = (typeof consequences)[number];

/** One appraisal of one person for one quarter, or for the year as a whole. It is never changed. */
export interface Appraisal {
  readonly id: string;
  readonly staffId: string;
  readonly outletId: string;
  readonly year: number;
  /** 1 to 4; `null` for the year-end appraisal. */
  readonly quarter: number | null;
  readonly body: AppraisingBody;
  readonly scores: readonly AspectScore[];
  /** The body's own verdict: its scheme decides which scores suffice (R205). */
  readonly passed: boolean;
  readonly consequence: Consequence;
  /** Facts beside the score of DILIGENCE, as they were when it was recorded (R154). */
  readonly attendance: AttendanceCount;
  readonly recordedAt: Date;
  readonly recordedById: string;
}

/** A period of appraisal, by its number. @throws AppraisalPeriodInvalid */
export function appraisalPeriod(year: number, quarter: number | null, today: string): Period {
  const known = Number.isInteger(year) && year >= 2000 && year <= 2999;
  if (!known || (quarter !== null && ![1, 2, 3, 4].includes(quarter))) {
    throw new AppraisalPeriodInvalid("NO_SUCH_PERIOD");
  }
  const month = String((quarter ?? 1) * 3).padStart(2, "0");
  const period = periodOf(quarter === null ? "YEAR" : "QUARTER", parsePlainDate(`${year}-${month}-01`));
  if (today <= period.to) throw new AppraisalPeriodInvalid("NOT_OVER");
  return period;
}

/** The five scores in the order of the aspects. @throws AppraisalAspectsInvalid */
export function requireFiveAspects(scores: readonly AspectScore[]): AspectScore[] {
  const ordered = aspects.flatMap((aspect) => scores.filter((each) => each.aspect === aspect));
  const valid = ordered.every(({ score }) => Number.isInteger(score) && score >= 0 && score <= 100);
  const once = scores.length === aspects.length && new Set(scores.map(({ aspect }) => aspect)).size === aspects.length;
  if (!valid || !once) throw new AppraisalAspectsInvalid();
  return ordered;
}

type Quarterly = Pick<Appraisal, "staffId" | "year" | "quarter" | "passed">;
type Recorded = Quarterly & Pick<Appraisal, "consequence">;

/** What follows, and the quarters between the two failed ones that nobody appraised. */
export interface Outcome {
  readonly consequence: Consequence;
  readonly missingQuarters: readonly string[];
}

/**
 * What follows from one more appraisal (R172, R173, I-S9). Consecutive are two quarters recorded one after the other:
 * a quarter nobody appraised neither clears the failure before it nor counts as one, and the return names it. Quarters
 * are therefore recorded in their order. After a return the counting begins anew. Year-end appraisals do not count.
 *
 * @throws AlreadyAppraised, AppraisalOutOfOrder
 */
export function outcomeOf(recorded: readonly Recorded[], next: Quarterly): Outcome {
  const same = recorded.find(({ year, quarter }) => year === next.year && quarter === next.quarter);
  if (same) throw new AlreadyAppraised(next.staffId, nameOf(next));
  if (next.quarter === null) return { consequence: "NONE", missingQuarters: [] };
  const quarters = recorded.filter(({ quarter }) => quarter !== null).sort((one, two) => ordinal(one) - ordinal(two));
  const latest = quarters.at(-1);
  if (latest && ordinal(latest) > ordinal(next)) throw new AppraisalOutOfOrder(nameOf(latest));
  if (next.passed) return { consequence: "NONE", missingQuarters: [] };
  if (latest?.consequence !== "ADMONITION") return { consequence: "ADMONITION", missingQuarters: [] };
  return { consequence: "RETURNED", missingQuarters: between(ordinal(latest), ordinal(next)) };
}

/** The quarters between an appraisal and the one recorded before it that nobody appraised. */
export function missingBefore(
  recorded: readonly Pick<Appraisal, "year" | "quarter">[],
  { year, quarter }: Pick<Appraisal, "year" | "quarter">,
): string[] {
  if (quarter === null) return [];
  const own = ordinal({ year, quarter });
  const earlier = recorded.filter((each) => each.quarter !== null && ordinal(each) < own).map(ordinal);
  return earlier.length === 0 ? [] : between(Math.max(...earlier), own);
}

const ordinal = ({ year, quarter }: Pick<Quarterly, "year" | "quarter">): number => year * 4 + (quarter ?? 1) - 1;

const between = (one: number, other: number): string[] =>
  Array.from({ length: other - one - 1 }, (_, index) => one + 1 + index).map(
    (each) => `${Math.floor(each / 4)}-Q${(each % 4) + 1}`,
  );

const nameOf = ({ year, quarter }: Pick<Quarterly, "year" | "quarter">): string =>
  quarter === null ? `${year}` : `${year}-Q${quarter}`;
