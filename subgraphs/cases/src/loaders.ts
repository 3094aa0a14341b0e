import type { Caller } from "@yimen/kernel/caller";
import type { Clock } from "@yimen/kernel/clock";
import { byKey, groupByKey } from "@yimen/kernel/loader";
import { mayReadAppointment } from "./domain/appointmentVisibility.js";
import { visibility } from "./domain/authority.js";
import { bundleVisibility } from "./domain/bundleVisibility.js";
import { queueBegan } from "./queueActs.js";
import { findApplicants } from "./store/applicantStore.js";
import { findAppointmentPersons, findAppointments, findSlots } from "./store/appointmentStore.js";
import { findBundleCases, type StoredBundleCase } from "./store/bundleCaseStore.js";
import { countByOutlet } from "./store/caseCounts.js";
import { findHistories } from "./store/caseLog.js";
import { findCases, findCasesByNo, findCasesOfBundles, findCasesOfVisits, type StoredCase } from "./store/caseStore.js";
import type { Db } from "./store/db.js";
import { findDocuments } from "./store/documentStore.js";
import { findProxyPersons } from "./store/proxyStore.js";
import { findReminders } from "./store/reminderStore.js";
import { findSealUses } from "./store/sealStore.js";
import { findTickets, findWaiting } from "./store/ticketStore.js";
import { findOpenVisits, findServices, findVisits } from "./store/visitStore.js";

/** A case as this caller may see it; `visible` decides about the fields that are not public. */
export interface VisibleCase extends StoredCase {
  readonly visible: "FULL" | "PUBLIC";
}

/** A bundle's case as this caller may see it. */
export interface VisibleBundleCase extends StoredBundleCase {
  readonly visible: "FULL" | "PUBLIC";
}

/** The bundles among these that the caller may know of. */
export function bundlesVisibleTo(caller: Caller, bundles: readonly StoredBundleCase[]): VisibleBundleCase[] {
  return bundles.flatMap((found) => {
    const visible = bundleVisibility(caller, found);
    return visible === "NONE" ? [] : [{ ...found, visible }];
  });
}

/** The answer to somebody who has just acted on the bundle, and may therefore see it. */
export const fullBundle = (changed: StoredBundleCase): VisibleBundleCase => ({ ...changed, visible: "FULL" });

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
      ({ visitId }) => visitId ?? "",
      options,
    ),
    bundleCaseById: byKey<string, VisibleBundleCase>(
      async (ids) => bundlesVisibleTo(caller, await findBundleCases(db, ids)),
      ({ id }) => id,
      options,
    ),
    casesOfBundle: groupByKey(
      (ids: readonly string[]) => visible(findCasesOfBundles(db, ids)),
      ({ bundleCaseId }) => bundleCaseId ?? "",
      options,
    ),
    /** For what is worked out of all of them; never shown as they are. */
    allCasesOfBundle: groupByKey(
      (ids: readonly string[]) => findCasesOfBundles(db, ids),
      ({ bundleCaseId }) => bundleCaseId ?? "",
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
    documentsOf: groupByKey(
      (ids: readonly string[]) => findDocuments(db, ids),
      ({ caseId }) => caseId,
      options,
    ),
    appointmentById: byKey(
      async (ids: readonly string[]) =>
        (await findAppointments(db, ids)).filter((found) => mayReadAppointment(caller, found)),
      ({ id }) => id,
      options,
    ),
    appointmentPersonOf: byKey(
      (ids: readonly string[]) => findAppointmentPersons(db, ids),
      ({ appointmentId }) => appointmentId,
      options,
    ),
    proxyPersonOf: byKey(
      (ids: readonly string[]) => findProxyPersons(db, ids),
      ({ requestId }) => requestId,
      options,
    ),
    slotById: byKey(
      (ids: readonly string[]) => findSlots(db, ids),
      ({ id }) => id,
      options,
    ),
    sealUseById: byKey(
      (ids: readonly string[]) => findSealUses(db, ids),
      ({ id }) => id,
      options,
    ),
    reminderById: byKey(
      (ids: readonly string[]) => findReminders(db, ids),
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
      ({ windowId }) => windowId ?? "",
      options,
    ),
    serviceOfRequest: byKey(
      (ids: readonly string[]) => findServices(db, ids),
      ({ proxyRequestId }) => proxyRequestId ?? "",
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
