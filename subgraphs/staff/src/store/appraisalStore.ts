import { DomainError } from "@yimen/kernel/errors";
import type { Appraisal, Consequence } from "../domain/appraisal.js";
import { AlreadyAppraised } from "../domain/appraisalRefusals.js";
import type { AppraisingBody } from "../domain/appraiser.js";
import type { FollowUp, FollowUpKind } from "../domain/followUp.js";
import type { AppraisalModel, FollowUpModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

export async function findAppraisals(db: Db | Tx, ids: readonly string[]): Promise<Appraisal[]> {
  return (await db.appraisal.findMany({ where: { id: { in: [...ids] } } })).map(toAppraisal);
}

/** All appraisals of these people, newest period first. */
export async function findAppraisalsOfStaff(db: Db | Tx, staffIds: readonly string[]): Promise<Appraisal[]> {
  const rows = await db.appraisal.findMany({
    where: { staffId: { in: [...staffIds] } },
    orderBy: [{ year: "desc" }, { quarter: "desc" }],
  });
  return rows.map(toAppraisal);
}

/** @throws AlreadyAppraised */
export async function insertAppraisal(tx: Tx, { scores, attendance, quarter, ...rest }: Appraisal): Promise<void> {
  const score = Object.fromEntries(scores.map(({ aspect, score }) => [aspect.toLowerCase(), score]));
  const { morality = 0, ability = 0, diligence = 0, performance = 0, integrity = 0 } = score;
  const data = { ...rest, ...attendance, quarter: quarter ?? 0, morality, ability, diligence, performance, integrity };
  const { count } = await tx.appraisal.createMany({ data: [data], skipDuplicates: true });
  if (count === 0) throw new AlreadyAppraised(rest.staffId, `${rest.year}-${quarter ?? ""}`);
}

export class FollowUpNotFound extends DomainError {
  readonly code = "FOLLOW_UP_NOT_FOUND";
  constructor(followUpId: string) {
    super(
      { zh: "没有该谈话或整改事项;请核对编号。", en: "There is no such talk or rectification; check its id." },
      { followUpId },
    );
  }
}

/** The appraisal that asked for it. @throws FollowUpNotFound */
export async function getFollowedAppraisal(tx: Tx, followUpId: string): Promise<Appraisal> {
  const row = await tx.followUp.findUnique({ where: { id: followUpId } });
  const [found] = row ? await findAppraisals(tx, [row.appraisalId]) : [];
  if (!found) throw new FollowUpNotFound(followUpId);
  return found;
}

export async function findFollowUpsOfAppraisals(db: Db, appraisalIds: readonly string[]): Promise<FollowUp[]> {
  const rows = await db.followUp.findMany({
    where: { appraisalId: { in: [...appraisalIds] } },
    orderBy: { dueOn: "asc" },
  });
  return rows.map(toFollowUp);
}

export async function insertFollowUps(tx: Tx, followUps: readonly FollowUp[]): Promise<void> {
  await tx.followUp.createMany({ data: [...followUps] });
}

/** @returns whether it was open */
export async function closeFollowUp(tx: Tx, id: string, doneAt: Date): Promise<boolean> {
  return (await tx.followUp.updateMany({ where: { id, doneAt: null }, data: { doneAt } })).count > 0;
}

const toAppraisal = (row: AppraisalModel): Appraisal => ({
  id: row.id,
  staffId: row.staffId,
  outletId: row.outletId,
  year: row.year,
  quarter: row.quarter === 0 ? null : row.quarter,
  body: row.body as AppraisingBody,
  scores: [
    { aspect: "MORALITY", score: row.morality },
    { aspect: "ABILITY", score: row.ability },
    { aspect: "DILIGENCE", score: row.diligence },
    { aspect: "PERFORMANCE", score: row.performance },
    { aspect: "INTEGRITY", score: row.integrity },
  ],
  passed: row.passed,
  consequence: row.consequence as Consequence,
  attendance: { late: row.late, leftEarly: row.leftEarly, absent: row.absent },
  recordedAt: row.recordedAt,
  recordedById: row.recordedById,
});

const toFollowUp = (row: FollowUpModel): FollowUp => ({ ...row, kind: row.kind as FollowUpKind });
