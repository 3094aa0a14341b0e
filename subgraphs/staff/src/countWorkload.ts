import { repeat } from "@yimen/kernel/repeat";
import { officeDay } from "@yimen/workdays/instant";
import type { CasesClient } from "./casesClient.js";
import type { Db } from "./store/db.js";
import { advance, followedUpTo } from "./store/followedLogStore.js";
import { countVisit } from "./store/workloadStore.js";

const LOG = "cases.endedVisits";
const BATCH = 100;
const PAUSE = 1_000; // ms between two looks at the log

/** Counts every visit that has ended for the member of staff who served it, until stopped. */
export const watchWorkload = (db: Db, cases: CasesClient, onError: (error: unknown) => void): AsyncDisposable =>
  repeat(() => countWorkload(db, cases), { pauseMs: PAUSE, onError });

/**
 * Counts the next stretch of the log. The counts and the cursor are one transaction: after a crash either both are there
 * or neither, and of two processes one has counted.
 *
 * @returns whether there may be more
 * @throws SiblingUnavailable
 */
export async function countWorkload(db: Db, cases: CasesClient): Promise<boolean> {
  const from = await followedUpTo(db, LOG);
  const { cursor, visits } = await cases.endedVisits(from, BATCH);
  if (cursor === from) return false;
  await db.$transaction(async (tx) => {
    if (!(await advance(tx, LOG, from, cursor))) return;
    for (const { officerId, endedAt } of visits) await countVisit(tx, officerId, officeDay(new Date(endedAt)));
  });
  return visits.length === BATCH;
}
