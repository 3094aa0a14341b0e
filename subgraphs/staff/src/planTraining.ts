import { randomUUID } from "node:crypto";
import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { levelOf, type TrainingTopic } from "./domain/training.js";
import { requireOrganiser, requirePlannable, trainingEvent } from "./domain/trainingRecord.js";
import { TrainingUnitInvalid } from "./domain/trainingRefusals.js";
import { getOutlet, getOutletIdsUpwards } from "./store/outletStore.js";
import { insertTrainingPlan } from "./store/trainingStore.js";

export interface PlanTrainingInput {
  readonly clientMutationId: string;
  readonly outletId: string;
  readonly year: number;
  readonly sessions: number;
  readonly topics: readonly TrainingTopic[];
}

/**
 * Lays down what a unit means to teach in a year (R209).
 *
 * @returns the plan's id
 * @throws OutletNotFound, TrainingUnitInvalid, NotTrainingOrganiser, TrainingPlanInvalid, TrainingAlreadyPlanned
 */
export async function planTraining(context: Context, input: PlanTrainingInput): Promise<string> {
  const { outletId, year, sessions, topics } = input;
  const { kind } = await getOutlet(context.db, outletId);
  requireOrganiser(context.caller, await getOutletIdsUpwards(context.db, outletId));
  if (!levelOf(kind)) throw new TrainingUnitInvalid(outletId);
  return changeRecord(context, "planTraining", input, async (tx, now) => {
    const plan = requirePlannable({ id: randomUUID(), outletId, year, sessions, topics });
    await insertTrainingPlan(tx, plan);
    return { id: plan.id, events: [trainingEvent("TRAINING_PLANNED", plan, now)] };
  });
}
