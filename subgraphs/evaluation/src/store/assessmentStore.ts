import { columnOf, columnOrNull } from "@yimen/workdays/dateColumn";
import type { Assessment } from "../domain/assessment.js";
import type { Prisma } from "../generated/prisma/client.js";
import { ChangedMeanwhile } from "./changedMeanwhile.js";
import type { Db, Tx } from "./db.js";
import { append } from "./evaluationLog.js";
import { NotFound } from "./notFound.js";

export async function getAssessment(db: Db | Tx, id: string): Promise<Assessment> {
  const row = await db.assessment.findUnique({ where: { id }, select: { state: true } });
  if (!row) throw new NotFound("Assessment", id);
  return fromRow(row);
}

/** The assessments of a region, newest first; circulated ones only, when asked. */
export async function listAssessments(
  db: Db,
  regionId: string,
  { circulated, first }: { circulated: boolean; first: number },
): Promise<Assessment[]> {
  const rows = await db.assessment.findMany({
    where: { regionId, ...(circulated && { circulatedOn: { not: null } }) },
    orderBy: [{ recordedOn: "desc" }, { id: "asc" }],
    select: { state: true },
    take: Math.min(Math.max(first, 0), 100),
  });
  return rows.map(fromRow);
}

export async function insertAssessment(tx: Tx, recorded: Assessment, at: Date): Promise<void> {
  await tx.assessment.create({ data: toRow(recorded) });
  await append(tx, "ASSESSMENT", recorded, { type: "AssessmentRecorded", by: recorded.recordedBy }, at);
}

/** @throws ChangedMeanwhile when the stored version is not the one `next` was computed from */
export async function saveAssessment(tx: Tx, next: Assessment, by: string, at: Date): Promise<void> {
  const where = { id: next.id, version: next.version - 1 };
  const { count } = await tx.assessment.updateMany({ where, data: toRow(next) });
  if (count === 0) throw new ChangedMeanwhile(await getAssessment(tx, next.id));
  await append(tx, "ASSESSMENT", next, { type: "AssessmentCirculated", by }, at);
}

const fromRow = ({ state }: { state: Prisma.JsonValue }): Assessment => state as unknown as Assessment;

const toRow = (value: Assessment) => ({
  id: value.id,
  version: value.version,
  regionId: value.regionId,
  source: value.source,
  recordedOn: columnOf(value.recordedOn),
  circulatedOn: columnOrNull(value.circulatedOn),
  state: value as unknown as Prisma.InputJsonValue,
});
