import { type EventLog, openEventLog } from "@yimen/kernel/eventLog";
import type { CaseEventModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";
import { sealedText } from "./hashChain.js";

/** The channel on which `append_case_events` wakes the readers of the log. */
export const CASE_LOG = "case_log";

export type Stream = "CASE" | "TICKET" | "VISIT" | "SEAL" | "SUPPORT";

/** One entry of the log: what happened to a case, a ticket, a visit or with a seal, or was asked of a department. Nothing personal of an applicant. */
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
export function openCaseLog(
  db: Db,
  databaseUrl: string,
  onError?: (error: unknown) => void,
): Promise<EventLog<LogEntry>> {
  return openEventLog<LogEntry>({
    databaseUrl,
    channel: CASE_LOG,
    onError,
    head: () => logHead(db),
    read: async (after, limit) =>
      (
        await db.caseEvent.findMany({ where: { position: { gt: after } }, orderBy: { position: "asc" }, take: limit })
      ).map(fromRow),
  });
}

/** The position of the newest entry; 0 for an empty log. */
export async function logHead(db: Db): Promise<bigint> {
  const { _max } = await db.caseEvent.aggregate({ _max: { position: true } });
  return _max.position ?? 0n;
}

/** The whole history of these cases, oldest first. */
export async function findHistories(db: Db, streamIds: readonly string[]): Promise<LogEntry[]> {
  const rows = await db.caseEvent.findMany({
    where: { streamId: { in: [...streamIds] } },
    orderBy: { position: "asc" },
  });
  return rows.map(fromRow);
}

const fromRow = (row: CaseEventModel): LogEntry => ({ ...row, stream: row.stream as Stream });
