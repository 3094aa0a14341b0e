import type { PlainDate } from "@yimen/workdays/plainDate";
import { existsOn, type Outlet } from "./outlet.js";
import { type PeriodKind, periodsOfLastYear } from "./period.js";
import { levelOf, type TrainingLevel, type TrainingSession } from "./training.js";

/** How often a level must train, as configuration with a period of validity (R155). */
export interface TrainingRule {
  readonly regionId: string;
  readonly level: TrainingLevel;
  readonly period: PeriodKind;
  readonly min: number;
  /** First day of validity. */
  readonly effectiveFrom: string;
  /** Last day of validity. */
  readonly effectiveTo: string | null;
}

/** A unit that trained too rarely in a period that is over. */
export interface MissingTraining {
  readonly outletId: string;
  readonly level: TrainingLevel;
  readonly period: string;
  readonly required: number;
  readonly held: number;
}

/**
 * Every unit and period of the twelve months before `asOf` in which too few trainings were held (R155, I-S11). A
 * period counts when it is over, lies within the rule's validity, and the unit existed on all of it.
 */
export function missingTrainings(
  rules: readonly TrainingRule[],
  outlets: readonly Outlet[],
  sessions: readonly TrainingSession[],
  asOf: PlainDate,
): MissingTraining[] {
  const regular = Map.groupBy(
    sessions.filter(({ departmentId }) => departmentId === null),
    ({ outletId }) => outletId,
  );
  return rules.flatMap((rule) => {
    const periods = periodsOfLastYear(rule.period, asOf).filter(
      ({ from, to }) => rule.effectiveFrom <= from && (rule.effectiveTo === null || to <= rule.effectiveTo),
    );
    const units = outlets.filter(({ kind }) => levelOf(kind) === rule.level);
    return units.flatMap((unit) =>
      periods
        .filter(({ from, to }) => existsOn(unit, from) && existsOn(unit, to))
        .map(({ key, from, to }) => {
          const held = (regular.get(unit.id) ?? []).filter(({ heldOn }) => from <= heldOn && heldOn <= to).length;
          return { outletId: unit.id, level: rule.level, period: key, required: rule.min, held };
        })
        .filter(({ held, required }) => held < required),
    );
  });
}
