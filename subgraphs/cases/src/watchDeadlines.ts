import type { Clock } from "@yimen/kernel/clock";
import { escalateBlockers } from "./blockerActs.js";
import { atDeadline, nextDeadline } from "./domain/caseClock.js";
import { decide } from "./domain/decide.js";
import { evolve } from "./domain/evolve.js";
import { endForgottenVisits } from "./endForgottenVisits.js";
import { raiseReminders } from "./reminderActs.js";
import { CaseChangedMeanwhile, findPastDeadline, reschedule, type StoredCase, saveCase } from "./store/caseStore.js";
import type { Db } from "./store/db.js";

const INTERVAL = 1_000; // ms
const BATCH = 100; // cases per look

/**
 * Acts on deadlines that pass without anybody doing anything: warnings at 80 % and 100 % of the promise (R131), deemed
 * acceptance after five working days (行政许可法 第三十二条), the last day and the end of a deferral (I-K2), a result
 * not delivered in time (I-K22). Each case is changed as by
 * a caller, so several processes may watch: the version lets one of them win. A case that cannot be changed is
 * reported and holds up no other.
 *
 * @returns how many cases were looked at; at most a batch, then there may be more
 */
export async function actOnDeadlines(db: Db, now: Date, onError: (error: unknown) => void): Promise<number> {
  const past = await findPastDeadline(db, now, BATCH);
  for (const found of past) await actOn(db, found, now).catch(onError);
  return past.length;
}

async function actOn(db: Db, found: StoredCase, now: Date): Promise<void> {
  const deadline = nextDeadline(found);
  // As stored it had passed: a calendar published since has moved it, so it is noted anew.
  if (!deadline || deadline.at > now) return reschedule(db, found, deadline?.at ?? null);
  const event = decide(found, atDeadline(deadline, now));
  try {
    await db.$transaction((tx) => saveCase(tx, found, evolve(found, event), event));
  } catch (error) {
    if (!(error instanceof CaseChangedMeanwhile)) throw error; // else looked at again, as it then stands
  }
}

/** Looks every second until stopped, at once again while there is more; a failed look is reported and tried again. */
export function watchDeadlines(db: Db, clock: Clock, onError: (error: unknown) => void): AsyncDisposable {
  let running: Promise<void> = Promise.resolve();
  let idle = true;
  let stopped = false;
  async function look() {
    let looked = BATCH;
    while (looked === BATCH && !stopped) looked = await actOnDeadlines(db, clock(), onError);
    await endForgottenVisits(db, clock());
    await escalateBlockers(db, clock());
    await raiseReminders(db, clock());
  }
  const timer = setInterval(() => {
    if (!idle) return;
    idle = false;
    running = look()
      .catch(onError)
      .finally(() => {
        idle = true;
      });
  }, INTERVAL);
  return {
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
