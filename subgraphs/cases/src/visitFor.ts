import { randomUUID } from "node:crypto";
import type { DutyFacts } from "./domain/duty.js";
import { requireOpenAt, visitBy } from "./domain/visit.js";
import type { Tx } from "./store/db.js";
import { getVisit, insertVisit, setApplicant } from "./store/visitStore.js";

interface Given {
  /** The visit during which something is handed in; without one, a visit begins now. */
  readonly visitId?: string | null;
  readonly windowId: string;
  readonly applicantId: string | null;
}

/** The visit that goes on, or one that begins with what the log is to be told. @throws VisitNotFound, VisitNotOpenHere */
export async function visitFor(tx: Tx, { visitId, windowId, applicantId }: Given, duty: DutyFacts, now: Date) {
  if (visitId) {
    const visit = requireOpenAt(await getVisit(tx, visitId), windowId);
    await setApplicant(tx, visit.id, applicantId);
    return { visit, entries: [] };
  }
  const visit = visitBy(duty, { id: randomUUID(), applicantId, ticketId: null, startedAt: now });
  return { visit, entries: [await insertVisit(tx, visit)] };
}
