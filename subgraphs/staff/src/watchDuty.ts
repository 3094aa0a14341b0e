import { setTimeout as delay } from "node:timers/promises";
import type { Services } from "./context.js";
import { changePoints } from "./domain/changePoints.js";
import { dutyChanges } from "./domain/dutySpell.js";
import { recordDuty } from "./recordDuty.js";
import { advanceWatch, findRunningSpells, findWatched, lockDuty } from "./store/dutySpellStore.js";
import { findStaffedOutletIds } from "./store/postStore.js";
import { findRosters } from "./store/rosterStore.js";
import { append, logHead } from "./store/staffLog.js";
import { lookAtTerminals } from "./watchTerminals.js";

type WatchServices = Pick<Services, "db" | "clock" | "calendar">;

const INTERVAL = 1_000; // ms of real time, whatever the clock's speed
const LAG = 600_000; // ms an outlet without changes is left unmarked
const HORIZON = 3_600_000; // ms: looked again after an hour even when nothing seems to be due

/** A stretch of office time in which time alone changes nothing. */
export interface Quiet {
  readonly from: Date;
  readonly until: Date;
}

/**
 * Looks once for takeovers and vacancies that time alone has brought: an opening minute, the beginning of a leave,
 * the end of a certificate. Reads first and locks only where something has changed; several processes may look at
 * once, each change is recorded by one of them.
 *
 * @returns until when there is nothing more to see, as long as nobody changes anything
 */
export async function lookAtDuty({ db, clock, calendar }: WatchServices): Promise<Quiet> {
  const outletIds = await findStaffedOutletIds(db);
  const now = clock();
  const watched = await findWatched(db, outletIds);
  const oldest = new Date(Math.min(now.getTime(), ...[...watched.values()].map((until) => until.getTime())));
  const running = await findRunningSpells(db, outletIds);
  const rosters = await findRosters(db, outletIds, oldest);
  const changed: string[] = [];
  for (const roster of rosters) {
    const { outletId } = roster;
    const seen = watched.get(outletId);
    const spells = running.filter((spell) => spell.outletId === outletId);
    if (!seen || dutyChanges(roster, spells, seen, now, calendar).length > 0) changed.push(outletId);
    else if (Math.abs(now.getTime() - seen.getTime()) > LAG) await advanceWatch(db, outletId, seen, now);
  }
  if (changed.length > 0) {
    await db.$transaction(async (tx) => {
      await lockDuty(tx, changed);
      await append(tx, await recordDuty(tx, changed, clock(), calendar));
    });
  }
  const horizon = new Date(now.getTime() + HORIZON);
  const due = rosters.flatMap((roster) => changePoints(roster, now, horizon, calendar)[0]?.getTime() ?? []);
  return { from: now, until: new Date(Math.min(horizon.getTime(), ...due)) };
}

const sooner = ({ from, until }: Quiet, due: Date | null): Quiet => ({
  from,
  until: due && due < until ? due : until,
});

/**
 * Looks every second until stopped, if time or the log has moved on; a failure is reported and the next look finds
 * what this one missed.
 */
export function watchDuty(services: WatchServices, onError: (error: unknown) => void): AsyncDisposable {
  const { db, clock } = services;
  const stop = new AbortController();
  let quiet: Quiet | null = null;
  let seen: bigint | null = null;
  const look = async () => {
    const head = await logHead(db);
    const now = clock();
    if (quiet && head === seen && quiet.from <= now && now < quiet.until) return;
    quiet = sooner(await lookAtDuty(services), await lookAtTerminals(services));
    seen = head;
  };
  const watching = (async () => {
    while (!stop.signal.aborted) {
      await look().catch(onError);
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
