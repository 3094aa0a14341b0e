import { columnOf } from "@yimen/workdays/dateColumn";
import type { Evaluation, EvaluationEvent } from "../domain/evaluation.js";
import { EvaluationAlreadyGiven } from "../domain/evaluationRefusals.js";
import type { Prisma } from "../generated/prisma/client.js";
import { ChangedMeanwhile } from "./changedMeanwhile.js";
import type { Db, Tx } from "./db.js";
import { append } from "./evaluationLog.js";
import { NotFound } from "./notFound.js";
import { type Page, type PageRequest, pageOf, window } from "./page.js";

/** `find…` may come back with fewer; `get…` throws when there is nothing. */
export async function findEvaluations(db: Db | Tx, ids: readonly string[]): Promise<Evaluation[]> {
  return (await db.evaluation.findMany({ where: { id: { in: [...ids] } }, select: stored })).map(fromRow);
}

export async function getEvaluation(tx: Db | Tx, id: string): Promise<Evaluation> {
  const [found] = await findEvaluations(tx, [id]);
  if (!found) throw new NotFound("Evaluation", id);
  return found;
}

/** The evaluations of these visits, but for anonymous ones: a visit has an applicant, so the link would name them. */
export async function findNamedOfVisits(db: Db, visitIds: readonly string[]): Promise<Evaluation[]> {
  const where = { scope: "VISIT", subjectId: { in: [...visitIds] }, anonymous: false };
  return (await db.evaluation.findMany({ where, select: stored })).map(fromRow);
}

/** The evaluations that are about these cases, but for anonymous ones; oldest first. */
export async function findNamedOfCases(db: Db, caseIds: readonly string[]): Promise<Evaluation[]> {
  const where = { caseIds: { hasSome: [...caseIds] }, anonymous: false };
  const rows = await db.evaluation.findMany({ where, select: stored, orderBy: [{ givenOn: "asc" }, { id: "asc" }] });
  return rows.map(fromRow);
}

/** The valid evaluations of an outlet, newest first; only those whose comment waits to be looked at, when asked. */
export async function listEvaluations(
  db: Db,
  { outletId, pending }: { outletId: string; pending: boolean },
  page: PageRequest,
): Promise<Page<Evaluation>> {
  const rows = await db.evaluation.findMany({
    where: { outletId, valid: true, ...(pending && { commentState: "PENDING" }) },
    select: stored,
    orderBy: [{ givenOn: "desc" }, { id: "asc" }],
    ...window(page),
  });
  return pageOf(rows.map(fromRow), page);
}

/**
 * Stores the one evaluation of its visit or matter. When two arrive at once the second waits here and is refused.
 *
 * @throws EvaluationAlreadyGiven
 */
export async function insertEvaluation(tx: Tx, given: Evaluation): Promise<void> {
  const { count } = await tx.evaluation.createMany({ data: [toRow(given)], skipDuplicates: true });
  if (count === 0) throw new EvaluationAlreadyGiven(given.scope, given.subjectId);
}

/** @throws ChangedMeanwhile when the stored version is not the one `next` was computed from */
export async function saveEvaluation(
  tx: Tx,
  next: Evaluation,
  event: EvaluationEvent & { readonly by: string },
  at: Date,
): Promise<void> {
  const where = { id: next.id, version: next.version - 1 };
  const { count } = await tx.evaluation.updateMany({ where, data: toRow(next) });
  if (count === 0) throw new ChangedMeanwhile(await getEvaluation(tx, next.id));
  await append(tx, "EVALUATION", next, event, at);
}

const stored = { state: true } as const satisfies Prisma.EvaluationSelect;

const fromRow = ({ state }: { state: Prisma.JsonValue }): Evaluation => state as unknown as Evaluation;

const toRow = (value: Evaluation) => ({
  id: value.id as string,
  version: value.version,
  scope: value.scope,
  subjectId: value.subjectId,
  outletId: value.outletId,
  officerId: value.officerId,
  grade: value.grade,
  valid: value.valid,
  anonymous: value.anonymous,
  commentState: value.commentState,
  givenOn: columnOf(value.givenOn),
  caseIds: [...value.caseIds],
  state: value as unknown as Prisma.InputJsonValue,
});
