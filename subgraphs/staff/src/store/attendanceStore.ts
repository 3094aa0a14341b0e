import { officeDay } from "@yimen/workdays/instant";
import type { Attendance } from "../domain/attendance.js";
import type { Db, Tx } from "./db.js";

const stored = { id: true, staffId: true, outletId: true, signedInAt: true, signedOutAt: true } as const;

/** Stretches at work that reach to `since` or beyond. */
export const findAttendances = (db: Db | Tx, staffIds: readonly string[], since: Date): Promise<Attendance[]> =>
  db.attendance.findMany({
    where: { staffId: { in: [...staffIds] }, officeDay: { gte: officeDay(since) } },
    select: stored,
    orderBy: { signedInAt: "asc" },
  });

/** The stretch somebody is in on that office day, if any. */
export const findOpenAttendance = (tx: Tx, staffId: string, at: Date): Promise<Attendance | null> =>
  tx.attendance.findFirst({ where: { staffId, officeDay: officeDay(at), signedOutAt: null }, select: stored });

export async function insertAttendances(tx: Tx, attendances: readonly Attendance[]): Promise<void> {
  await tx.attendance.createMany({
    data: attendances.map((each) => ({ ...each, officeDay: officeDay(each.signedInAt) })),
  });
}

export async function closeAttendance(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.attendance.update({ where: { id }, data: { signedOutAt: at } });
}
