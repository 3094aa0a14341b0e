import { followOnce } from "@yimen/kernel/followedLog";
import { repeat } from "@yimen/kernel/repeat";
import { officeDay } from "@yimen/workdays/instant";
import type { CasesClient } from "./casesClient.js";
import type { Db, Tx } from "./store/db.js";
import { countVisit, countWindowVisit } from "./store/workloadStore.js";

const LOG = "cases.endedVisits";
const BATCH = 100;
const PAUSE = 1_000; // ms between two looks at the log

/** Counts every visit that has ended for the member of staff who served it and for the window, until stopped. */
export const watchWorkload = (db: Db, cases: CasesClient, onError: (error: unknown) => void): AsyncDisposable =>
  repeat(() => countWorkload(db, cases), { pauseMs: PAUSE, onError });

/**
 * Counts the next stretch of the log, once whatever crashes.
 *
 * @returns whether there may be more
 * @throws SiblingUnavailable
 */
export async function countWorkload(db: Db, cases: CasesClient): Promise<boolean> {
  const read = (after: string) => cases.endedVisits(after, BATCH);
  const stretch = await followOnce(db, LOG, read, async (tx: Tx, { visits }) => {
    for (const { officerId, windowId, endedAt } of visits) {
      const day = officeDay(new Date(endedAt));
      await countVisit(tx, officerId, day);
      if (windowId) await countWindowVisit(tx, windowId, day);
    }
  });
  return stretch?.visits.length === BATCH;
}
