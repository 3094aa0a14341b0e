import type { Clock } from "@yimen/kernel/clock";
import { repeat } from "@yimen/kernel/repeat";
import { append } from "./store/catalogueLog.js";
import type { Db } from "./store/db.js";
import { findUnanswered, saveDeferralNotice } from "./store/deferralNoticeStore.js";

const INTERVAL = 1_000; // ms
const BATCH = 100; // notices a look

/**
 * Tells, once for each window, that it has not acknowledged a change of deferrals in time (R060). Several processes may
 * look: the version lets one of them tell.
 *
 * @returns how many were looked at; at most a batch, then there may be more
 */
export async function alertUnanswered(db: Db, now: Date): Promise<number> {
  const late = await findUnanswered(db, now, BATCH);
  for (const notice of late) {
    await db.$transaction(async (tx) => {
      const alerted = await saveDeferralNotice(tx, notice, { alertedAt: now });
      if (!alerted) return; // answered, or told, meanwhile
      const type = "DeferralChangeUnacknowledged";
      await append(tx, { ...alerted, stream: "NOTICE" }, { type, windowId: alerted.windowId }, now);
    });
  }
  return late.length;
}

/** Looks every second until it is disposed of. */
export const watchDeferralNotices = (db: Db, clock: Clock, onError: (error: unknown) => void): AsyncDisposable =>
  repeat(async () => (await alertUnanswered(db, clock())) === BATCH, { pauseMs: INTERVAL, onError });
