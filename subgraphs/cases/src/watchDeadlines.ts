import type { Clock } from "@yimen/kernel/clock";
import { nextDeadline } from "./domain/caseClock.js";
import type { CaseCommand } from "./domain/caseCommand.js";
import { decide } from "./domain/decide.js";
import { evolve } from "./domain/evolve.js";
import { CaseChangedMeanwhile, findPastDeadline, type StoredCase, saveCase } from "./store/caseStore.js";
import type { Db } from "./store/db.js";

const INTERVAL = 1_000; // ms
const BATCH = 100; // cases per look

/**
 * Acts on deadlines that pass without anybody doing anything: warnings at 80 % and 100 % of the promise (R131), deemed
 * acceptance after five working days (行政许可法 第三十二条), the end of a deferral (I-K2). Each case is changed as by
 * a caller, so several processes may watch: the version lets one of them win.
 *
 * @returns how many cases were changed
 */
export async function actOnDeadlines(db: Db, now: Date): Promise<number> {
  let changed = 0;
  for (const found of await findPastDeadline(db, now, BATCH)) {
    if (await actOn(db, found, now)) changed += 1;
  }
  return changed;
}

async function actOn(db: Db, found: StoredCase, now: Date): Promise<boolean> {
  const deadline = nextDeadline(found);
  if (!deadline) return false;
  const command: CaseCommand =
    deadline.act === "warn" ? { type: "warn", at: now, percent: deadline.percent } : { type: deadline.act, at: now };
  const event = decide(found, command);
  try {
    await db.$transaction((tx) => saveCase(tx, found, evolve(found, event), event));
    return true;
  } catch (error) {
    if (error instanceof CaseChangedMeanwhile) return false; // looked at again in a second, as it then stands
    throw error;
  }
}

/** Looks every second until stopped; a failed look is reported and the next one tries again. */
export function watchDeadlines(db: Db, clock: Clock, onError: (error: unknown) => void): AsyncDisposable {
  let running: Promise<unknown> = Promise.resolve();
  let idle = true;
  const timer = setInterval(() => {
    if (!idle) return;
    idle = false;
    running = actOnDeadlines(db, clock())
      .catch(onError)
      .finally(() => {
        idle = true;
      });
  }, INTERVAL);
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await running;
    },
  };
}
