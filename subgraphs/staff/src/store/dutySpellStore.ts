import type { DutyChange, DutySpell } from "../domain/dutySpell.js";
import type { DutySpellModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

/** A spell as it is recorded. */
export interface StoredSpell extends DutySpell {
  readonly id: string;
  readonly outletId: string;
}

/** A change of one. */
export interface StoredChange extends DutyChange {
  readonly spell: StoredSpell;
}

/** Makes writers of an outlet's duty wait for each other, so that A's and B's leaves are never approved side by side. */
export async function lockDuty(tx: Tx, outletIds: readonly string[]): Promise<void> {
  const names = [...outletIds].sort().map((outletId) => `duty:${outletId}`);
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(name)) from unnest(${names}::text[]) as name`;
}

/** The spells of these outlets that have not ended. */
export async function findRunningSpells(db: Db | Tx, outletIds: readonly string[]): Promise<StoredSpell[]> {
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

/** Records what began and ended, and that everything at these outlets up to `until` has been. */
export async function saveDutyChanges(
  tx: Tx,
  outletIds: readonly string[],
  changes: readonly StoredChange[],
  until: Date,
): Promise<void> {
  const { begun, over } = settled(changes);
  for (const [end, ids] of over) {
    await tx.dutySpell.updateMany({ where: { id: { in: ids } }, data: { endedAt: new Date(end) } });
  }
  if (begun.length > 0) {
    await tx.dutySpell.createMany({ data: begun });
  }
  await tx.$executeRaw`
    insert into "duty_watch" ("outlet_id", "until") select id, ${until} from unnest(${[...outletIds]}::text[]) as id
    on conflict ("outlet_id") do update set "until" = excluded."until"`;
}

/** The spells that began, with their end where that came too; and which stored ones are over, by when. */
function settled(changes: readonly StoredChange[]) {
  const begun = new Map<string, StoredSpell & { endedAt: Date | null }>();
  const over = new Map<number, string[]>();
  for (const { type, spell, at } of changes) {
    const own = begun.get(spell.id);
    const end = Math.max(at.getTime(), spell.startedAt.getTime());
    if (type === "STARTED") begun.set(spell.id, { ...spell, endedAt: null });
    else if (own) own.endedAt = new Date(end);
    else over.set(end, [...(over.get(end) ?? []), spell.id]);
  }
  return { begun: [...begun.values()], over };
}

/** Notes that nothing happened up to `until`, unless somebody has recorded something since `seen`. */
export async function advanceWatch(db: Db, outletId: string, seen: Date, until: Date): Promise<void> {
  await db.dutyWatch.updateMany({ where: { outletId, until: seen }, data: { until } });
}

const toSpell = ({ id, kind, outletId, postId, staffId, actingForId, startedAt }: DutySpellModel) => ({
  id,
  kind: kind as DutySpell["kind"],
  outletId,
  postId,
  staffId,
  actingForId,
  startedAt,
});
