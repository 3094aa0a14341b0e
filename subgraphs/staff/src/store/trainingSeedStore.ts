import type { TrainingPlan, TrainingSession } from "../domain/training.js";
import type { TrainingRule } from "../domain/trainingCompliance.js";
import type { Tx } from "./db.js";

export async function insertTrainingRules(tx: Tx, rules: readonly TrainingRule[]): Promise<void> {
  await tx.trainingRule.createMany({
    data: rules.map(({ regionId, level, period, min, effectiveFrom, effectiveTo }) => {
      return { regionId, level, period, min, effectiveFrom, effectiveTo };
    }),
  });
}

export async function insertTrainings(
  tx: Tx,
  plans: readonly TrainingPlan[],
  sessions: readonly TrainingSession[],
): Promise<void> {
  await tx.trainingPlan.createMany({
    data: plans.map(({ id, outletId, year, sessions, topics }) => ({
      id,
      outletId,
      year,
      sessions,
      topics: [...topics],
    })),
  });
  await tx.trainingSession.createMany({
    data: sessions.map(({ id, outletId, level, departmentId, heldOn, topics, form, attendeeIds }) => {
      return { id, outletId, level, departmentId, heldOn, topics: [...topics], form, attendeeIds: [...attendeeIds] };
    }),
  });
}
