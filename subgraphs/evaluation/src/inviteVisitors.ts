import { repeat } from "@yimen/kernel/repeat";
import { officeDay } from "@yimen/workdays/instant";
import type { CasesClient } from "./casesClient.js";
import type { Db } from "./store/db.js";
import { advance, followedUpTo } from "./store/followedLogStore.js";
import { insertEvaluable } from "./store/ratingStore.js";

const LOG = "cases.endedVisits";
const BATCH = 200;
const PAUSE = 1_000; // ms between two looks at the log

/** Opens the invitation to evaluate every visit that has ended, as the log of cases tells of them, until stopped. */
export const watchEndedVisits = (db: Db, cases: CasesClient, onError: (error: unknown) => void): AsyncDisposable =>
  repeat(() => inviteVisitors(db, cases), { pauseMs: PAUSE, onError });

/**
 * Invites the visitors of the next stretch of the log. The invitations and the cursor are one transaction: after a crash
 * either both are there or neither, and of two processes one has the effect.
 *
 * @returns whether there may be more
 * @throws SiblingUnavailable
 */
export async function inviteVisitors(db: Db, cases: CasesClient): Promise<boolean> {
  const from = await followedUpTo(db, LOG);
  const { cursor, visits } = await cases.endedVisits(from, BATCH);
  if (cursor === from) return false;
  await db.$transaction(async (tx) => {
    if (!(await advance(tx, LOG, from, cursor))) return;
    await insertEvaluable(
      tx,
      visits.map(({ visitId, outletId, officerId, endedAt }) => ({
        visitId,
        outletId,
        officerId,
        endedOn: officeDay(new Date(endedAt)),
      })),
    );
  });
  return visits.length === BATCH;
}
