import { type Visit, VisitNotFound } from "../domain/visit.js";
import type { NewEntry } from "./caseLog.js";
import type { Db, Tx } from "./db.js";
import { isUuid } from "./uuid.js";

export function findVisits(db: Db | Tx, ids: readonly string[]): Promise<Visit[]> {
  return db.visit.findMany({ where: { id: { in: ids.filter(isUuid) } } });
}

/** The visits that are going on at these windows. */
export function findOpenVisits(db: Db, windowIds: readonly string[]): Promise<Visit[]> {
  return db.visit.findMany({
    where: { windowId: { in: [...windowIds] }, endedAt: null },
    orderBy: { startedAt: "asc" },
  });
}

/** Visits that go on although they began before an instant. */
export function findVisitsBegunBefore(db: Db, instant: Date, limit: number): Promise<Visit[]> {
  const where = { endedAt: null, startedAt: { lt: instant } };
  return db.visit.findMany({ where, orderBy: { startedAt: "asc" }, take: limit });
}

export async function getVisit(tx: Tx | Db, id: string): Promise<Visit> {
  const [found] = await findVisits(tx, [id]);
  if (!found) throw new VisitNotFound(id);
  return found;
}

/** Stores a visit that begins. @returns what is to be appended to the log at the end of the transaction */
export async function insertVisit(tx: Tx, visit: Visit): Promise<NewEntry> {
  await tx.visit.createMany({ data: [visit] });
  return visitEntry(visit, "VisitStarted", null, visit.startedAt);
}

/** Stores a service that has ended. @returns what is to be appended to the log at the end of the transaction */
export async function insertService(tx: Tx, visit: Visit & { readonly endedAt: Date }): Promise<NewEntry> {
  await tx.visit.createMany({ data: [visit] });
  return visitEntry(visit, "VisitEnded", "STARTED", visit.endedAt);
}

/** The services that these requests were, once they have ended. */
export const findServices = (db: Db, proxyRequestIds: readonly string[]): Promise<Visit[]> =>
  db.visit.findMany({ where: { proxyRequestId: { in: [...proxyRequestIds] } } });

/** Ends a visit. @returns what is to be appended to the log; `null` when the visit had ended already */
export async function endVisitRow(tx: Tx, visit: Visit, at: Date): Promise<NewEntry | null> {
  const { count } = await tx.visit.updateMany({
    where: { id: visit.id, endedAt: null },
    data: { endedAt: at, version: visit.version + 1 },
  });
  return count === 1 ? visitEntry({ ...visit, version: visit.version + 1 }, "VisitEnded", "STARTED", at) : null;
}

/** Notes who the visitor is, once a case names the applicant. */
export async function setApplicant(tx: Tx, visitId: string, applicantId: string | null): Promise<void> {
  if (applicantId) await tx.visit.updateMany({ where: { id: visitId, applicantId: null }, data: { applicantId } });
}

/** What the log says of a visit. */
export const visitEntry = (
  visit: Visit,
  type: "VisitStarted" | "VisitEnded",
  statusBefore: string | null,
  at: Date,
): NewEntry => ({
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
