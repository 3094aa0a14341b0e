import { setTimeout as delay } from "node:timers/promises";
import type { Services } from "./context.js";
import { dutyChanges } from "./domain/dutySpell.js";
import { recordDuty } from "./recordDuty.js";
import { advanceWatch, findRunningSpells, findWatched, lockDuty } from "./store/dutySpellStore.js";
import { findStaffedOutletIds } from "./store/postStore.js";
import { findRosters } from "./store/rosterStore.js";
import { append } from "./store/staffLog.js";

type WatchServices = Pick<Services, "db" | "clock" | "calendar">;

const INTERVAL = 1_000; // ms of real time, whatever the clock's speed
const LAG = 600_000; // ms an outlet without changes is left unmarked

/**
 * Looks once for takeovers and vacancies that time alone has brought: an opening minute, the beginning of a leave,
 * the end of a certificate. Reads first and locks only where something has changed; several processes may look at
 * once, each change is recorded by one of them.
 */
export async function lookAtDuty({ db, clock, calendar }: WatchServices): Promise<void> {
  const outletIds = await findStaffedOutletIds(db);
  const now = clock();
  const watched = await findWatched(db, outletIds);
  const oldest = new Date(Math.min(now.getTime(), ...[...watched.values()].map((until) => until.getTime())));
  const running = await findRunningSpells(db, outletIds);
  for (const roster of await findRosters(db, outletIds, oldest)) {
    const { outletId } = roster;
    const seen = watched.get(outletId);
    const spells = running.filter((spell) => spell.outletId === outletId);
    if (!seen || dutyChanges(roster, spells, seen, now, calendar).length > 0) {
      await db.$transaction(async (tx) => {
        await lockDuty(tx, outletId);
        await append(tx, await recordDuty(tx, [outletId], clock(), calendar));
      });
    } else if (Math.abs(now.getTime() - seen.getTime()) > LAG) await advanceWatch(db, outletId, seen, now);
  }
}

/** Looks every second until stopped; a failure is reported and the next look finds what this one missed. */
export function watchDuty(services: WatchServices, onError: (error: unknown) => void): AsyncDisposable {
  const stop = new AbortController();
  const watching = (async () => {
    while (!stop.signal.aborted) {
      await lookAtDuty(services).catch(onError);
      await delay(INTERVAL, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  })();
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await watching;
    },
  };
}
