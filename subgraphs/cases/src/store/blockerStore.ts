import { type Blocker, BlockerNotOpen } from "../domain/blocker.js";
import type { NewEntry } from "./caseLog.js";
import type { Db, Tx } from "./db.js";
import { isUuid } from "./uuid.js";

/** @throws BlockerNotOpen */
export async function getBlocker(db: Db | Tx, id: string): Promise<Blocker> {
  const found = isUuid(id) ? await db.blocker.findUnique({ where: { id } }) : null;
  if (!found) throw new BlockerNotOpen(id);
  return found;
}

/** The blockers of an outlet, newest first. */
export const listBlockers = (db: Db, outletId: string, open: boolean, first: number): Promise<Blocker[]> =>
  db.blocker.findMany({
    where: { outletId, resolvedAt: open ? null : undefined },
    orderBy: [{ raisedAt: "desc" }, { id: "desc" }],
    take: first,
  });

/** Blockers that nobody resolved in time, and that have not gone up yet. */
export const findOverdueBlockers = (db: Db, now: Date, limit: number): Promise<Blocker[]> =>
  db.blocker.findMany({
    where: { resolvedAt: null, escalatedAt: null, dueAt: { lte: now } },
    orderBy: { dueAt: "asc" },
    take: limit,
  });

/** Stores a blocker. @returns what is to be appended to the log at the end of the transaction */
export async function insertBlocker(tx: Tx, blocker: Blocker): Promise<NewEntry> {
  await tx.blocker.createMany({ data: [blocker] });
  return blockerEntry(blocker, "BlockerRaised", blocker.raisedById, blocker.raisedAt);
}

/** Saves a change unless somebody was faster. @returns what is to be appended to the log; `null` when somebody was */
export async function saveBlocker(
  tx: Tx,
  before: Blocker,
  change: Partial<Pick<Blocker, "escalatedAt" | "resolution" | "resolvedAt" | "resolvedById">>,
  at: Date,
): Promise<NewEntry | null> {
  const next = { ...before, ...change, version: before.version + 1 };
  const where = { id: before.id, version: before.version, resolvedAt: null };
  const { count } = await tx.blocker.updateMany({ where, data: { ...change, version: next.version } });
  const type = change.resolvedAt ? "BlockerResolved" : "BlockerEscalated";
  return count === 1 ? blockerEntry(next, type, change.resolvedById ?? null, at) : null;
}

const statusOf = { BlockerRaised: "OPEN", BlockerEscalated: "ESCALATED", BlockerResolved: "RESOLVED" } as const;

const blockerEntry = (
  { id, version, outletId, departmentId, caseId }: Blocker,
  type: keyof typeof statusOf,
  staffId: string | null,
  at: Date,
): NewEntry => ({
  stream: "BLOCKER",
  streamId: id,
  version,
  type,
  at,
  outletId,
  windowId: null,
  departmentId,
  statusBefore: type === "BlockerRaised" ? null : "OPEN",
  statusAfter: statusOf[type],
  confidential: true, // between those who work on the case
  data: { caseId, by: staffId === null ? null : { staffId, actingForId: null } },
});
