import type { Calendar } from "@yimen/workdays/calendar";
import { type DutyChange, dutyChanges } from "./domain/dutySpell.js";
import type { Roster } from "./domain/roster.js";
import type { StaffEvent } from "./domain/staffEvent.js";
import type { Tx } from "./store/db.js";
import { findRunningSpells, findWatched, saveDutyChanges } from "./store/dutySpellStore.js";
import { findRosters } from "./store/rosterStore.js";

/**
 * Records at these outlets every takeover and vacancy that began or ended since it was last done (R150, R151). The
 * caller holds the outlets' locks.
 *
 * @returns what the log is to tell of it
 */
export async function recordDuty(
  tx: Tx,
  outletIds: readonly string[],
  now: Date,
  calendar: Calendar,
): Promise<StaffEvent[]> {
  if (outletIds.length === 0) return [];
  const watched = await findWatched(tx, outletIds);
  const lookedAt = (outletId: string) => Math.min(watched.get(outletId)?.getTime() ?? Infinity, now.getTime());
  const rosters = await findRosters(tx, outletIds, new Date(Math.min(...outletIds.map(lookedAt))));
  const running = await findRunningSpells(tx, outletIds);
  const events: StaffEvent[] = [];
  for (const roster of rosters) {
    const spells = running.filter(({ outletId }) => outletId === roster.outletId);
    const changes = dutyChanges(roster, spells, new Date(lookedAt(roster.outletId)), now, calendar);
    await saveDutyChanges(tx, roster.outletId, changes, now);
    events.push(...changes.map((change) => eventOf(roster, change)));
  }
  return events;
}

function eventOf(roster: Roster, { type, spell, at }: DutyChange): StaffEvent {
  const eventType = eventTypes[spell.kind][type];
  return {
    type: eventType,
    at,
    outletId: roster.outletId,
    windowId: roster.posts.get(spell.postId)?.windowId ?? null,
    postId: spell.postId,
    staffId: spell.staffId,
    actingForId: spell.actingForId,
    data: { since: spell.startedAt.toISOString() },
    onceKey: `${eventType}:${spell.postId}:${spell.startedAt.toISOString()}`,
  };
}

const eventTypes = {
  TAKEOVER: { STARTED: "TAKEOVER_STARTED", ENDED: "TAKEOVER_ENDED" },
  VACANCY: { STARTED: "VACANCY_OPENED", ENDED: "VACANCY_CLOSED" },
} as const;
