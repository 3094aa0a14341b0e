import type { Appraisee } from "../domain/appraiser.js";
import type { OutletKind } from "../domain/outlet.js";
import type { Placement } from "../domain/station.js";
import type { Db, Tx } from "./db.js";
import { StaffMemberNotFound } from "./staffMemberStore.js";

/** @throws StaffMemberNotFound */
export async function getAppraisee(db: Db | Tx, staffId: string): Promise<Appraisee> {
  const row = await db.staffMember.findUnique({
    where: { id: staffId },
    select: { homeDepartmentId: true, police: true },
  });
  if (!row) throw new StaffMemberNotFound(staffId);
  return { staffId, ...row };
}

/** Every stay of somebody in a post, past ones too. */
export function findPlacements(db: Db | Tx, staffId: string): Promise<Placement[]> {
  return db.$queryRaw<(Placement & { kind: OutletKind })[]>`
    select p."id" as "postId", o."id" as "outletId", o."kind", o."parent_id" as "parentId",
      h."valid_from" as "from", h."valid_until" as "until"
    from "post_holding" h join "post" p on p."id" = h."post_id" join "outlet" o on o."id" = p."outlet_id"
    where h."staff_id" = ${staffId} order by h."valid_from", p."id"`;
}

/** Takes somebody off every post from that day on. */
export async function endPlacements(tx: Tx, staffId: string, day: string): Promise<void> {
  await tx.postHolding.deleteMany({ where: { staffId, validFrom: { gte: day } } });
  await tx.postHolding.updateMany({
    where: { staffId, OR: [{ validUntil: null }, { validUntil: { gt: day } }] },
    data: { validUntil: day },
  });
}

/** Puts somebody on a post from that day on. */
export async function beginPlacement(tx: Tx, postId: string, staffId: string, day: string): Promise<void> {
  await tx.postHolding.create({ data: { postId, staffId, validFrom: day } });
}

/** The first day on which anybody signed in at the outlet: before it nobody could be late. */
export async function findFirstAttendanceDay(db: Db | Tx, outletId: string): Promise<string | null> {
  const { _min } = await db.attendance.aggregate({ where: { outletId }, _min: { officeDay: true } });
  return _min.officeDay;
}

/** Ends one stay in a post; @returns whether it had no end yet */
export async function endPlacement(tx: Tx, postId: string, validFrom: string, day: string): Promise<boolean> {
  const where = { postId, validFrom, validUntil: null };
  return (await tx.postHolding.updateMany({ where, data: { validUntil: day } })).count > 0;
}
