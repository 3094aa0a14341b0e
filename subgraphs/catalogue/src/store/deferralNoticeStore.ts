import { type DeferralNotice, DeferralNoticeNotOpen } from "../domain/deferralNotice.js";
import type { Prisma } from "../generated/prisma/client.js";
import type { DeferralNoticeModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

/** What a list of notices is narrowed down to. */
export interface DeferralNoticeFilter {
  readonly outletId?: string | null;
  readonly windowId?: string | null;
  readonly departmentId?: string | null;
  /** Only those that wait for an answer. */
  readonly open?: boolean | null;
}

export async function insertDeferralNotices(tx: Tx, notices: readonly DeferralNotice[]): Promise<void> {
  const data = notices.map((notice) => ({ ...notice, changes: notice.changes.map((change) => ({ ...change })) }));
  if (data.length > 0) await tx.deferralNotice.createMany({ data });
}

/** Notices, the newest first. */
export async function listDeferralNotices(
  db: Db,
  filter: DeferralNoticeFilter,
  scope: Prisma.DeferralNoticeWhereInput,
  first: number,
): Promise<DeferralNotice[]> {
  const { outletId, windowId, departmentId, open } = filter;
  const asked: Prisma.DeferralNoticeWhereInput = {
    outletId: outletId ?? undefined,
    windowId: windowId ?? undefined,
    departmentId: departmentId ?? undefined,
    acknowledgedAt: open ? null : undefined,
  };
  const orderBy = [{ sentAt: "desc" as const }, { id: "asc" as const }];
  return (await db.deferralNotice.findMany({ where: { AND: [asked, scope] }, orderBy, take: first })).map(fromRow);
}

export async function findDeferralNotices(db: Db | Tx, ids: readonly string[]): Promise<DeferralNotice[]> {
  return (await db.deferralNotice.findMany({ where: { id: { in: [...ids] } } })).map(fromRow);
}

/** @throws DeferralNoticeNotOpen */
export async function getDeferralNotice(db: Db | Tx, id: string): Promise<DeferralNotice> {
  const [found] = await findDeferralNotices(db, [id]);
  if (!found) throw new DeferralNoticeNotOpen(id);
  return found;
}

/** Notices that nobody answered in time, and of which nobody was told yet. */
export async function findUnanswered(db: Db, now: Date, limit: number): Promise<DeferralNotice[]> {
  const where = { acknowledgedAt: null, alertedAt: null, dueAt: { lte: now } };
  return (await db.deferralNotice.findMany({ where, orderBy: { dueAt: "asc" }, take: limit })).map(fromRow);
}

/** Saves an answer or an alert unless somebody was faster. @returns the notice after it; `null` when somebody was */
export async function saveDeferralNotice(
  tx: Tx,
  { id, version }: DeferralNotice,
  change: Partial<Pick<DeferralNotice, "acknowledgedAt" | "acknowledgedBy" | "alertedAt">>,
): Promise<DeferralNotice | null> {
  const where = { id, version, acknowledgedAt: null };
  const { count } = await tx.deferralNotice.updateMany({ where, data: { ...change, version: version + 1 } });
  return count === 1 ? getDeferralNotice(tx, id) : null;
}

const fromRow = (row: DeferralNoticeModel): DeferralNotice => ({
  ...row,
  changes: row.changes as unknown as DeferralNotice["changes"],
});
