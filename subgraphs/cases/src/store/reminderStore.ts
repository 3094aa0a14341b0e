import { columnOf, dayOf } from "@yimen/workdays/dateColumn";
import { type LicenceReminder, type ReminderChannel, ReminderNotOpen } from "../domain/licenceReminder.js";
import type { LicenceReminderModel } from "../generated/prisma/models.js";
import type { NewEntry } from "./caseLog.js";
import type { Db, Tx } from "./db.js";
import { isUuid } from "./uuid.js";

export async function findReminders(db: Db | Tx, ids: readonly string[]): Promise<LicenceReminder[]> {
  return (await db.licenceReminder.findMany({ where: { id: { in: ids.filter(isUuid) } } })).map(fromRow);
}

/** @throws ReminderNotOpen */
export async function getReminder(db: Db | Tx, id: string): Promise<LicenceReminder> {
  const [found] = await findReminders(db, [id]);
  if (!found) throw new ReminderNotOpen(id);
  return found;
}

/** The reminders that reached an applicant, the newest first. */
export async function listReminders(db: Db, applicantId: string, first: number): Promise<LicenceReminder[]> {
  const where = { applicantId, raisedAt: { not: null } };
  const rows = await db.licenceReminder.findMany({
    where,
    orderBy: [{ raisedAt: "desc" }, { id: "asc" }],
    take: first,
  });
  return rows.map(fromRow);
}

/** Reminders whose time has come, of licences that stand. */
export async function findDueReminders(db: Db, now: Date, limit: number): Promise<LicenceReminder[]> {
  const where = { raisedAt: null, dueAt: { lte: now }, case: { status: "DELIVERED" } };
  return (await db.licenceReminder.findMany({ where, orderBy: { dueAt: "asc" }, take: limit })).map(fromRow);
}

/** Stores what is planned; nothing is told before its time. */
export async function insertReminders(tx: Tx, reminders: readonly LicenceReminder[]): Promise<void> {
  const data = reminders.map((one) => ({ ...one, endsOn: columnOf(one.endsOn) }));
  if (data.length > 0) await tx.licenceReminder.createMany({ data });
}

type Change = Partial<Pick<LicenceReminder, "raisedAt" | "sentAt" | "startedCaseId">>;
export type ReminderEventType = "LicenceReminded" | "ReminderSent" | "ReminderCaseOpened";

/** Saves a change unless somebody was faster. @returns what is to be appended to the log; `null` when somebody was */
export async function saveReminder(
  tx: Tx,
  before: LicenceReminder,
  change: Change,
  type: ReminderEventType,
  at: Date,
): Promise<NewEntry | null> {
  const version = before.version + 1;
  const where = { id: before.id, version: before.version };
  const { count } = await tx.licenceReminder.updateMany({ where, data: { ...change, version } });
  return count === 1 ? reminderEntry({ ...before, version }, type, at) : null;
}

/** How many licences an outlet's holders were reminded of in a time, and from how many of these a case began. */
export interface ReminderConversion {
  readonly reminded: number;
  readonly started: number;
}

export async function countConversion(db: Db, outletId: string, from: Date, to: Date): Promise<ReminderConversion> {
  const [found] = await db.$queryRaw<ReminderConversion[]>`
    select count(distinct "case_id")::int as "reminded",
      (count(distinct "case_id") filter (where "started_case_id" is not null))::int as "started"
    from "licence_reminder"
    where "outlet_id" = ${outletId} and "raised_at" >= ${from} and "raised_at" < ${to}`;
  return found ?? { reminded: 0, started: 0 };
}

const statusOf = { LicenceReminded: "RAISED", ReminderSent: "SENT", ReminderCaseOpened: "STARTED" } as const;

const reminderEntry = (
  { id, version, outletId, departmentId, caseId, channel, endsOn }: LicenceReminder,
  type: ReminderEventType,
  at: Date,
): NewEntry => ({
  stream: "REMINDER",
  streamId: id,
  version,
  type,
  at,
  outletId,
  windowId: null,
  departmentId,
  statusBefore: type === "LicenceReminded" ? "PLANNED" : "RAISED",
  statusAfter: statusOf[type],
  confidential: true, // between the holder and the office
  data: { caseId, channel, endsOn, by: null },
});

const fromRow = (row: LicenceReminderModel): LicenceReminder => ({
  ...row,
  channel: row.channel as ReminderChannel,
  endsOn: dayOf(row.endsOn),
});
