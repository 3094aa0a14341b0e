import { DomainError } from "@yimen/kernel/errors";
import type { Leave, LeaveStatus } from "../domain/leave.js";
import type { LeaveModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

export class LeaveNotFound extends DomainError {
  readonly code = "LEAVE_NOT_FOUND";
  constructor(leaveId: string) {
    super({ zh: "没有该请假单;请核对编号。", en: "There is no such leave; check its id." }, { leaveId });
  }
}

/** Somebody else changed the leave after it was read. */
export class LeaveChangedMeanwhile extends DomainError {
  readonly code = "LEAVE_CHANGED_MEANWHILE";
  constructor({ id, version, status }: Leave) {
    super(
      {
        zh: "该请假单已被他人更新;请按最新状态核对后再试。",
        en: "Someone else changed this leave; look at its present state and try again.",
      },
      { leaveId: id, current: { version, status } },
    );
  }
}

export async function findLeaves(db: Db | Tx, ids: readonly string[]): Promise<Leave[]> {
  return (await db.leave.findMany({ where: { id: { in: ids.filter(isUuid) } } })).map(toLeave);
}

/** @throws LeaveNotFound */
export async function getLeave(db: Db | Tx, id: string): Promise<Leave> {
  const [found] = await findLeaves(db, [id]);
  if (!found) throw new LeaveNotFound(id);
  return found;
}

/** @throws LeaveChangedMeanwhile with the present state when `seen` is not the version that is stored */
export function requireVersion(current: Leave, seen: number | null | undefined): void {
  if (seen != null && current.version !== seen) throw new LeaveChangedMeanwhile(current);
}

/** Leaves asked for at an outlet, newest first. */
export async function listLeaves(db: Db, outletId: string, status: LeaveStatus | null): Promise<Leave[]> {
  const rows = await db.leave.findMany({
    where: { outletId, status: status ?? undefined },
    orderBy: [{ from: "desc" }, { id: "asc" }],
  });
  return rows.map(toLeave);
}

/** All leaves of these people, newest first. */
export async function findLeavesOfStaff(db: Db, staffIds: readonly string[]): Promise<Leave[]> {
  const rows = await db.leave.findMany({ where: { staffId: { in: [...staffIds] } }, orderBy: { from: "desc" } });
  return rows.map(toLeave);
}

/** What may be absence at or after `since`: approved leaves, and those ended from then on. */
export async function findAbsences(db: Db | Tx, staffIds: readonly string[], since: Date): Promise<Leave[]> {
  const rows = await db.leave.findMany({
    where: {
      staffId: { in: [...staffIds] },
      OR: [{ status: "APPROVED" }, { status: "ENDED", endedAt: { gte: since } }],
    },
  });
  return rows.map(toLeave);
}

export async function insertLeave(tx: Tx, leave: Leave): Promise<void> {
  await tx.leave.create({ data: leave });
}

/** @throws LeaveChangedMeanwhile when the stored version is not the one `next` was computed from */
export async function saveLeave(tx: Tx, next: Leave): Promise<void> {
  const { count } = await tx.leave.updateMany({ where: { id: next.id, version: next.version - 1 }, data: next });
  if (count === 0) throw new LeaveChangedMeanwhile(await getLeave(tx, next.id));
}

const toLeave = (row: LeaveModel): Leave => ({ ...row, status: row.status as LeaveStatus });

const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
