import { byKey, groupByKey } from "@yimen/kernel/loader";
import type { Db } from "./store/db.js";
import {
  findPlansOfOutlets,
  findSessionsOfOutlets,
  findTrainingPlans,
  findTrainingRules,
  findTrainingSessions,
} from "./store/trainingStore.js";

type Ids = readonly string[];

/** What is read of trainings, in batches. */
export const trainingLoaders = ({ db }: { readonly db: Db }, options?: { readonly cache: boolean }) => ({
  trainingRulesOf: groupByKey(
    (ids: Ids) => findTrainingRules(db, ids),
    ({ regionId }) => regionId,
    options,
  ),
  trainingById: byKey(
    (ids: Ids) => findTrainingSessions(db, ids),
    ({ id }) => id,
    options,
  ),
  trainingsOfOutlet: groupByKey(
    (ids: Ids) => findSessionsOfOutlets(db, ids),
    ({ outletId }) => outletId,
    options,
  ),
  trainingPlanById: byKey(
    (ids: Ids) => findTrainingPlans(db, ids),
    ({ id }) => id,
    options,
  ),
  trainingPlansOf: groupByKey(
    (ids: Ids) => findPlansOfOutlets(db, ids),
    ({ outletId }) => outletId,
    options,
  ),
});
