import { followOnce } from "@yimen/kernel/followedLog";
import { repeat } from "@yimen/kernel/repeat";
import { officeDay } from "@yimen/workdays/instant";
import type { CasesClient, EndedVisit } from "./casesClient.js";
import type { Db, Tx } from "./store/db.js";
import { insertEvaluable } from "./store/ratingStore.js";

const LOG = "cases.endedVisits";
const BATCH = 200;
const PAUSE = 1_000; // ms between two looks at the log

/** Opens the invitation to evaluate every visit that has ended, as the log of cases tells of them, until stopped. */
export const watchEndedVisits = (db: Db, cases: CasesClient, onError: (error: unknown) => void): AsyncDisposable =>
  repeat(() => inviteVisitors(db, cases), { pauseMs: PAUSE, onError });

/**
 * Invites the visitors of the next stretch of the log, once whatever crashes.
 *
 * @returns whether there may be more
 * @throws SiblingUnavailable
 */
export async function inviteVisitors(db: Db, cases: CasesClient): Promise<boolean> {
  const read = (after: string) => cases.endedVisits(after, BATCH);
  const stretch = await followOnce(db, LOG, read, (tx: Tx, { visits }) => insertEvaluable(tx, visits.map(evaluable)));
  return stretch?.visits.length === BATCH;
}

const evaluable = ({ visitId, outletId, officerId, endedAt }: EndedVisit) => ({
  visitId,
  outletId,
  officerId,
  endedOn: officeDay(new Date(endedAt)),
});
