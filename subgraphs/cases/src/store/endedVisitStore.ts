import type { Db } from "./db.js";

/** A visit that has ended, as the log tells it. */
export interface EndedVisit {
  readonly position: bigint;
  readonly visitId: string;
  readonly outletId: string;
  readonly windowId: string | null;
  readonly officerId: string;
  readonly endedAt: Date;
}

/** Visits whose end stands in the log after a position, oldest first. */
export async function findEndedVisits(db: Db, after: bigint, limit: number): Promise<EndedVisit[]> {
  const entries = await db.caseEvent.findMany({
    where: { position: { gt: after }, stream: "VISIT", type: "VisitEnded" },
    orderBy: { position: "asc" },
    take: limit,
  });
  return entries.map(({ position, streamId, outletId, windowId, at, data }) => ({
    position,
    visitId: streamId,
    outletId,
    windowId,
    officerId: (data as { by: { staffId: string } }).by.staffId,
    endedAt: at,
  }));
}
