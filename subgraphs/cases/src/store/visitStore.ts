import { type Visit, VisitNotFound } from "../domain/visit.js";
import { append } from "./caseLog.js";
import type { Db, Tx } from "./db.js";

export function findVisits(db: Db | Tx, ids: readonly string[]): Promise<Visit[]> {
  return db.visit.findMany({ where: { id: { in: [...ids] } } });
}

/** The visits that are going on at these windows. */
export function findOpenVisits(db: Db, windowIds: readonly string[]): Promise<Visit[]> {
  return db.visit.findMany({
    where: { windowId: { in: [...windowIds] }, endedAt: null },
    orderBy: { startedAt: "asc" },
  });
}

export async function getVisit(tx: Tx | Db, id: string): Promise<Visit> {
  const [found] = await findVisits(tx, [id]);
  if (!found) throw new VisitNotFound(id);
  return found;
}

export async function insertVisit(tx: Tx, visit: Visit): Promise<void> {
  await tx.visit.create({ data: visit });
  await log(tx, visit, "VisitStarted", null, visit.startedAt);
}

/** Ends a visit; `false` when it had ended already. */
export async function endVisitRow(tx: Tx, visit: Visit, at: Date): Promise<boolean> {
  const { count } = await tx.visit.updateMany({
    where: { id: visit.id, endedAt: null },
    data: { endedAt: at, version: visit.version + 1 },
  });
  if (count === 1) await log(tx, { ...visit, version: visit.version + 1 }, "VisitEnded", "STARTED", at);
  return count === 1;
}

/** Notes who the visitor is, once a case names the applicant. */
export async function setApplicant(tx: Tx, visitId: string, applicantId: string | null): Promise<void> {
  if (applicantId) await tx.visit.updateMany({ where: { id: visitId, applicantId: null }, data: { applicantId } });
}

const log = (tx: Tx, visit: Visit, type: "VisitStarted" | "VisitEnded", statusBefore: string | null, at: Date) =>
  append(tx, {
    stream: "VISIT",
    streamId: visit.id,
    version: visit.version,
    type,
    at,
    outletId: visit.outletId,
    windowId: visit.windowId,
    departmentId: null,
    statusBefore,
    statusAfter: type === "VisitStarted" ? "STARTED" : "ENDED",
    confidential: false,
    data: { by: { staffId: visit.officerId, actingForId: visit.actingForId }, ticketId: visit.ticketId },
  });
