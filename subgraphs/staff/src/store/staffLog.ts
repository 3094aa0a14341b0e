import { type EventLog, lockLog } from "@yimen/kernel/eventLog";
import { headOf, type LogSettings, openTableLog } from "@yimen/kernel/tableLog";
import type { StaffEvent, StaffEventType } from "../domain/staffEvent.js";
import type { StaffEventModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

/** The channel that wakes readers of the log. */
export const STAFF_LOG = "staff_log";

/** One entry of the log. */
export interface LogEntry extends Omit<StaffEvent, "onceKey"> {
  readonly position: bigint;
  readonly committedAt: Date;
}

/** Appends to the log; the last thing a transaction does, because it holds the log's lock until it commits. */
export async function append(tx: Tx, events: readonly StaffEvent[]): Promise<void> {
  if (events.length === 0) return;
  await lockLog(tx, STAFF_LOG);
  await tx.staffEvent.createMany({ data: events.map((event) => ({ ...event, data: { ...event.data } })) });
}

/** The log's reader; one per process. */
export const openStaffLog = (db: Db, settings: LogSettings): Promise<EventLog<LogEntry>> =>
  openTableLog({ ...settings, table: db.staffEvent, channel: STAFF_LOG, fromRow: toEntry });

/** The position of the newest entry; 0 for an empty log. */
export const logHead = (db: Db): Promise<bigint> => headOf(db.staffEvent);

const toEntry = (row: StaffEventModel): LogEntry => ({
  position: row.position,
  committedAt: row.committedAt,
  type: row.type as StaffEventType,
  at: row.at,
  outletId: row.outletId,
  windowId: row.windowId,
  postId: row.postId,
  staffId: row.staffId,
  actingForId: row.actingForId,
  data: row.data as Record<string, string>,
});
