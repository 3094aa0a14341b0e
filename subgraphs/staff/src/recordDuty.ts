import { randomUUID } from "node:crypto";
import type { Calendar } from "@yimen/workdays/calendar";
import { type DutyChange, type DutySpell, dutyChanges } from "./domain/dutySpell.js";
import type { Roster } from "./domain/roster.js";
import type { StaffEvent } from "./domain/staffEvent.js";
import type { Tx } from "./store/db.js";
import {
  findRunningSpells,
  findWatched,
  type StoredChange,
  type StoredSpell,
  saveDutyChanges,
} from "./store/dutySpellStore.js";
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
  const changes = rosters.flatMap((roster) => {
    const spells = running.filter(({ outletId }) => outletId === roster.outletId);
    return stored(roster, spells, dutyChanges(roster, spells, new Date(lookedAt(roster.outletId)), now, calendar));
  });
  await saveDutyChanges(tx, outletIds, changes, now);
  const posts = new Map(rosters.flatMap((roster) => [...roster.posts]));
  return changes.map((change) => eventOf(change, posts.get(change.spell.postId)?.windowId ?? null));
}

/** The changes with the ids of their spells: new ones for those that begin. */
function stored({ outletId }: Roster, running: readonly StoredSpell[], changes: readonly DutyChange[]): StoredChange[] {
  const known = new Map<DutySpell, StoredSpell>(running.map((spell) => [spell, spell]));
  return changes.map(({ type, spell, at }) => {
    const found = known.get(spell) ?? { id: randomUUID(), outletId, ...spell };
    known.set(spell, found);
    return { type, at, spell: found };
  });
}

function eventOf({ type, spell, at }: StoredChange, windowId: string | null): StaffEvent {
  const eventType = eventTypes[spell.kind][type];
  const { id, outletId, postId, staffId, actingForId } = spell;
  const data = { since: spell.startedAt.toISOString() };
  return { type: eventType, at, outletId, windowId, postId, staffId, actingForId, data, onceKey: `${eventType}:${id}` };
}

const eventTypes = {
  TAKEOVER: { STARTED: "TAKEOVER_STARTED", ENDED: "TAKEOVER_ENDED" },
  VACANCY: { STARTED: "VACANCY_OPENED", ENDED: "VACANCY_CLOSED" },
} as const;
