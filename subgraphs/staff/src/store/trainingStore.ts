import type { PeriodKind } from "../domain/period.js";
import type { TrainingForm, TrainingLevel, TrainingPlan, TrainingSession, TrainingTopic } from "../domain/training.js";
import type { TrainingRule } from "../domain/trainingCompliance.js";
import { TrainingAlreadyPlanned } from "../domain/trainingRefusals.js";
import type { TrainingPlanModel, TrainingSessionModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

export async function findTrainingRules(db: Db, regionIds: readonly string[]): Promise<TrainingRule[]> {
  const rows = await db.trainingRule.findMany({ where: { regionId: { in: [...regionIds] } } });
  return rows.map((row) => ({ ...row, level: row.level as TrainingLevel, period: row.period as PeriodKind }));
}

export async function findTrainingSessions(db: Db | Tx, ids: readonly string[]): Promise<TrainingSession[]> {
  return (await db.trainingSession.findMany({ where: { id: { in: [...ids] } } })).map(toSession);
}

/** The trainings held at these outlets, newest first. */
export async function findSessionsOfOutlets(db: Db, outletIds: readonly string[]): Promise<TrainingSession[]> {
  const rows = await db.trainingSession.findMany({
    where: { outletId: { in: [...outletIds] } },
    orderBy: [{ heldOn: "desc" }, { id: "asc" }],
  });
  return rows.map(toSession);
}

/** The trainings that any of these people attended. */
export async function findSessionsAttended(db: Db | Tx, staffIds: readonly string[]): Promise<TrainingSession[]> {
  return (await db.trainingSession.findMany({ where: { attendeeIds: { hasSome: [...staffIds] } } })).map(toSession);
}

export async function findTrainingPlans(db: Db, ids: readonly string[]): Promise<TrainingPlan[]> {
  return (await db.trainingPlan.findMany({ where: { id: { in: [...ids] } } })).map(toPlan);
}

/** The plans of these units, newest first. */
export async function findPlansOfOutlets(db: Db, outletIds: readonly string[]): Promise<TrainingPlan[]> {
  const rows = await db.trainingPlan.findMany({
    where: { outletId: { in: [...outletIds] } },
    orderBy: { year: "desc" },
  });
  return rows.map(toPlan);
}

/** @throws TrainingAlreadyPlanned */
export async function insertTrainingPlan(tx: Tx, plan: TrainingPlan): Promise<void> {
  const { count } = await tx.trainingPlan.createMany({
    data: [{ ...plan, topics: [...plan.topics] }],
    skipDuplicates: true,
  });
  if (count === 0) throw new TrainingAlreadyPlanned(plan.outletId, plan.year);
}

export async function insertTrainingSession(tx: Tx, session: TrainingSession, recordedById: string): Promise<void> {
  const { topics, attendeeIds } = session;
  await tx.trainingSession.create({
    data: { ...session, topics: [...topics], attendeeIds: [...attendeeIds], recordedById },
  });
}

const toSession = (row: TrainingSessionModel): TrainingSession => ({
  id: row.id,
  outletId: row.outletId,
  level: row.level as TrainingLevel,
  departmentId: row.departmentId,
  heldOn: row.heldOn,
  topics: row.topics as TrainingTopic[],
  form: row.form as TrainingForm,
  attendeeIds: row.attendeeIds,
});

const toPlan = (row: TrainingPlanModel): TrainingPlan => ({ ...row, topics: row.topics as TrainingTopic[] });
