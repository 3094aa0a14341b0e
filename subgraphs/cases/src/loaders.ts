import type { Caller } from "@yimen/kernel/caller";
import type { Clock } from "@yimen/kernel/clock";
import { byKey, groupByKey } from "@yimen/kernel/loader";
import { visibility } from "./domain/authority.js";
import { queueBegan } from "./queueActs.js";
import { findApplicants } from "./store/applicantStore.js";
import { countByOutlet } from "./store/caseCounts.js";
import { findHistories } from "./store/caseLog.js";
import { findCases, findCasesByNo, findCasesOfVisits, type StoredCase } from "./store/caseStore.js";
import type { Db } from "./store/db.js";
import { findSealUses } from "./store/sealStore.js";
import { findTickets, findWaiting } from "./store/ticketStore.js";
import { findOpenVisits, findVisits } from "./store/visitStore.js";

/** A case as this caller may see it; `visible` decides about the fields that are not public. */
export interface VisibleCase extends StoredCase {
  readonly visible: "FULL" | "PUBLIC";
}

export type Loaders = ReturnType<typeof createLoaders>;

/** The cases among these that the caller may know of. Every path to a case goes through here (I-G1, R130). */
export function visibleTo(caller: Caller, cases: readonly StoredCase[]): VisibleCase[] {
  return cases.flatMap((found) => {
    const visible = visibility(caller, found, found.applicantId);
    return visible === "NONE" ? [] : [{ ...found, visible }];
  });
}

/**
 * One set per request. A subscription keeps its context for its whole life, so it must pass `{ cache: false }`:
 * batching stays, but the second event does not see the first one's rows.
 */
export const createLoaders = (
  { db, clock }: { db: Db; clock: Clock },
  caller: Caller,
  options?: { cache: boolean },
) => {
  const visible = async (found: Promise<StoredCase[]>) => visibleTo(caller, await found);
  return {
    caseById: byKey<string, VisibleCase>(
      (ids) => visible(findCases(db, ids)),
      ({ id }) => id,
      options,
    ),
    caseByNo: byKey<string, VisibleCase>(
      (nos) => visible(findCasesByNo(db, nos)),
      ({ caseNo }) => caseNo,
      options,
    ),
    casesOfVisit: groupByKey(
      (ids: readonly string[]) => visible(findCasesOfVisits(db, ids)),
      ({ visitId }) => visitId,
      options,
    ),
    historyOf: groupByKey(
      (ids: readonly string[]) => findHistories(db, ids),
      ({ streamId }) => streamId,
      options,
    ),
    applicantOf: byKey(
      (ids: readonly string[]) => findApplicants(db, ids),
      ({ caseId }) => caseId,
      options,
    ),
    sealUseById: byKey(
      (ids: readonly string[]) => findSealUses(db, ids),
      ({ id }) => id,
      options,
    ),
    visitById: byKey(
      (ids: readonly string[]) => findVisits(db, ids),
      ({ id }) => id,
      options,
    ),
    openVisitsAt: groupByKey(
      (ids: readonly string[]) => findOpenVisits(db, ids),
      ({ windowId }) => windowId,
      options,
    ),
    ticketById: byKey(
      (ids: readonly string[]) => findTickets(db, ids),
      ({ id }) => id,
      options,
    ),
    waitingAt: groupByKey(
      (ids: readonly string[]) => findWaiting(db, ids, queueBegan(clock())),
      ({ windowId }) => windowId,
      options,
    ),
    countsOf: byKey(
      (ids: readonly string[]) => countByOutlet(db, ids, clock()),
      ({ outletId }) => outletId,
      options,
    ),
  };
};
