import type { EventLog } from "@yimen/kernel/eventLog";
import { headOf, type LogSettings, openTableLog } from "@yimen/kernel/tableLog";
import type { CaseEventModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";
import { sealedText } from "./hashChain.js";

/** The channel on which `append_case_events` wakes the readers of the log. */
export const CASE_LOG = "case_log";

export type Stream =
  | "CASE"
  | "TICKET"
  | "VISIT"
  | "SEAL"
  | "SUPPORT"
  | "BUNDLE"
  | "APPOINTMENT"
  | "INQUIRY"
  | "PROXY"
  | "BLOCKER"
  | "JOINT"
  | "REMINDER";

/** One entry of the log: what happened to a case, a bundle, a ticket, a visit or with a seal, or was asked of a department. Nothing personal of an applicant. */
export interface LogEntry {
  readonly position: bigint;
  readonly stream: Stream;
  readonly streamId: string;
  readonly version: number;
  readonly type: string;
  readonly at: Date;
  readonly outletId: string;
  readonly windowId: string | null;
  readonly departmentId: string | null;
  readonly statusBefore: string | null;
  readonly statusAfter: string;
  /** Not for the public board (R130). */
  readonly confidential: boolean;
  readonly data: unknown;
  readonly hash: string;
  readonly committedAt: Date;
}

export type NewEntry = Omit<LogEntry, "position" | "hash" | "committedAt">;

/** Appends to the log; the last thing a transaction does, because it holds the log's lock until it commits. */
export async function append(tx: Tx, ...entries: readonly NewEntry[]): Promise<void> {
  await tx.$executeRaw`select append_case_events(${entries.map(sealedText)}::text[])`;
}

/** The log's reader; one per process. */
export const openCaseLog = (db: Db, settings: LogSettings): Promise<EventLog<LogEntry>> =>
  openTableLog({ ...settings, table: db.caseEvent, channel: CASE_LOG, fromRow });

/** The position of the newest entry; 0 for an empty log. */
export const logHead = (db: Db): Promise<bigint> => headOf(db.caseEvent);

/** The whole history of these cases, oldest first. */
export async function findHistories(db: Db, streamIds: readonly string[]): Promise<LogEntry[]> {
  const rows = await db.caseEvent.findMany({
    where: { streamId: { in: [...streamIds] } },
    orderBy: { position: "asc" },
  });
  return rows.map(fromRow);
}

const fromRow = (row: CaseEventModel): LogEntry => ({ ...row, stream: row.stream as Stream });
