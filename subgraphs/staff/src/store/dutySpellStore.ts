import { randomUUID } from "node:crypto";
import type { DutyChange, DutySpell } from "../domain/dutySpell.js";
import type { DutySpellModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

/** Makes writers of one outlet's duty wait for each other, so that A's and B's leaves are never approved side by side. */
export async function lockDuty(tx: Tx, outletId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`duty:${outletId}`}))`;
}

/** The spells of these outlets that have not ended. */
export async function findRunningSpells(
  db: Db | Tx,
  outletIds: readonly string[],
): Promise<(DutySpell & { outletId: string })[]> {
  const rows = await db.dutySpell.findMany({
    where: { outletId: { in: [...outletIds] }, endedAt: null },
    orderBy: { startedAt: "asc" },
  });
  return rows.map(toSpell);
}

/** Up to when the spells of outlets have been recorded; an outlet that was never looked at is left out. */
export async function findWatched(db: Db | Tx, outletIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await db.dutyWatch.findMany({ where: { outletId: { in: [...outletIds] } } });
  return new Map(rows.map(({ outletId, until }) => [outletId, until]));
}

/** Records what began and ended at an outlet, and that everything up to `until` has been. */
export async function saveDutyChanges(
  tx: Tx,
  outletId: string,
  changes: readonly DutyChange[],
  until: Date,
): Promise<void> {
  const { begun, over } = settled(changes);
  for (const [end, postIds] of over) {
    const data = { endedAt: new Date(end) };
    await tx.dutySpell.updateMany({ where: { postId: { in: postIds }, endedAt: null }, data });
  }
  if (begun.length > 0) {
    const data = begun.map(({ spell, endedAt }) => ({ id: randomUUID(), outletId, ...spell, endedAt }));
    await tx.dutySpell.createMany({ data, skipDuplicates: true });
  }
  await tx.dutyWatch.upsert({ where: { outletId }, create: { outletId, until }, update: { until } });
}

/** The spells that began, with their end where that came too; and which posts' stored spells are over, by when. */
function settled(changes: readonly DutyChange[]) {
  const begun: { readonly spell: DutySpell; endedAt: Date | null }[] = [];
  const over = new Map<number, string[]>();
  for (const { type, spell, at } of changes) {
    if (type === "STARTED") begun.push({ spell, endedAt: null });
    else {
      const end = Math.max(at.getTime(), spell.startedAt.getTime());
      const own = begun.find((each) => each.spell === spell);
      if (own) own.endedAt = new Date(end);
      else over.set(end, [...(over.get(end) ?? []), spell.postId]);
    }
  }
  return { begun, over };
}

/** Notes that nothing happened up to `until`, unless somebody has recorded something since `seen`. */
export async function advanceWatch(db: Db, outletId: string, seen: Date, until: Date): Promise<void> {
  await db.dutyWatch.updateMany({ where: { outletId, until: seen }, data: { until } });
}

const toSpell = ({ kind, outletId, postId, staffId, actingForId, startedAt }: DutySpellModel) => ({
  kind: kind as DutySpell["kind"],
  outletId,
  postId,
  staffId,
  actingForId,
  startedAt,
});
