import type { TimeLimit } from "@yimen/workdays/timeLimit";
import { nominalWorkingDays } from "./nominalWorkingDays.js";
import { add, compare, divide, type Rational, rational, subtract, zero } from "./rational.js";

/** What the indicators look at in one matter, as its guide stands on the day in question. */
export interface Measured {
  readonly departmentId: string;
  readonly promisedLimit: TimeLimit;
  readonly statutoryLimit: TimeLimit | null;
  readonly materials: number;
  readonly steps: number;
  readonly baseline: { readonly materials: number; readonly steps: number };
}

/** A share that was cut, with its target. */
export interface Indicator {
  /** 1 − Σ now ∕ Σ before; `null` when there was nothing before. */
  readonly value: Rational | null;
  readonly target: Rational;
  /** At least the target ("以上" includes the boundary). */
  readonly met: boolean | null;
  /** Matters that count: those that had something to cut. */
  readonly counted: number;
}

export interface Minimality {
  /** Promised against statutory limits, R033. */
  readonly time: Indicator;
  /** Materials against the baseline, R034. */
  readonly materials: Indicator;
  /** Steps against the baseline, R035. */
  readonly steps: Indicator;
}

/** R033, R034, R035: 50 %, 30 % and 20 %. */
export const targets = { time: rational(1, 2), materials: rational(3, 10), steps: rational(1, 5) } as const;

/**
 * How much shorter and leaner the matters are than the law's limits and their own baseline, taken together (整体).
 * Exact; the order of matters does not matter; cutting anything never lowers a value (I-C8).
 *
 * @see R033 事项承诺办结时限比法定办结时限整体压缩50%以上
 * @see R034 申请材料整体再减少30%以上
 * @see R035 受理环节再减少20%以上
 */
export const minimality = (matters: readonly Measured[]): Minimality => ({
  time: reduction(
    matters.flatMap(({ promisedLimit, statutoryLimit }) =>
      statutoryLimit ? [{ now: nominalWorkingDays(promisedLimit), before: nominalWorkingDays(statutoryLimit) }] : [],
    ),
    targets.time,
  ),
  materials: reduction(
    matters.map(({ materials, baseline }) => ({ now: rational(materials), before: rational(baseline.materials) })),
    targets.materials,
  ),
  steps: reduction(
    matters.map(({ steps, baseline }) => ({ now: rational(steps), before: rational(baseline.steps) })),
    targets.steps,
  ),
});

/** The same three for every department (R037 环节极简、材料极简、时限极简). */
export const minimalityByDepartment = (
  matters: readonly Measured[],
): { departmentId: string; minimality: Minimality }[] =>
  [...Map.groupBy(matters, ({ departmentId }) => departmentId)]
    .map(([departmentId, own]) => ({ departmentId, minimality: minimality(own) }))
    .sort((a, b) => (a.departmentId < b.departmentId ? -1 : 1));

function reduction(pairs: readonly { now: Rational; before: Rational }[], target: Rational): Indicator {
  const before = pairs.reduce((sum, pair) => add(sum, pair.before), zero);
  const now = pairs.reduce((sum, pair) => add(sum, pair.now), zero);
  const value = compare(before, zero) > 0 ? subtract(rational(1), divide(now, before)) : null;
  return { value, target, met: value && compare(value, target) >= 0, counted: pairs.length };
}
