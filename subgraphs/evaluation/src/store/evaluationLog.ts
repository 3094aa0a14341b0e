import { type EventLog, lockLog } from "@yimen/kernel/eventLog";
import { headOf, type LogSettings, openTableLog } from "@yimen/kernel/tableLog";
import type { Prisma } from "../generated/prisma/client.js";
import type { EvaluationEventModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

/** The channel that wakes readers of the log. */
export const EVALUATION_LOG = "evaluation_log";

export type Stream =
  | "EVALUATION"
  | "BAD_REVIEW"
  | "SYSTEMIC_ISSUE"
  | "COMPLAINT"
  | "INSPECTION"
  | "RECTIFICATION_TASK"
  | "ASSESSMENT"
  | "AWARD";

/** One entry of the log. Nothing in it says who evaluated or complained. */
export interface LogEntry {
  readonly position: bigint;
  readonly stream: Stream;
  readonly streamId: string;
  readonly version: number;
  readonly type: string;
  readonly at: Date;
  readonly outletId: string;
  /** The member of staff who did it; `null` when an applicant or the clock did. */
  readonly by: string | null;
  readonly data: unknown;
}

interface Recorded {
  readonly id: string;
  readonly version: number;
  readonly outletId: string;
}

/** Appends to the log what happened to `next`; the last thing a transaction does, because it holds the log's lock. */
export async function append(
  tx: Tx,
  stream: Stream,
  next: Recorded,
  event: { readonly type: string; readonly by?: string },
  at: Date,
): Promise<void> {
  await lockLog(tx, EVALUATION_LOG);
  await tx.evaluationEvent.create({
    data: {
      stream,
      streamId: next.id,
      version: next.version,
      type: event.type,
      at,
      outletId: next.outletId,
      by: event.by ?? null,
      data: event as unknown as Prisma.InputJsonValue,
    },
  });
}

/** The log's reader; one per process. */
export const openEvaluationLog = (db: Db, settings: LogSettings): Promise<EventLog<LogEntry>> =>
  openTableLog({ ...settings, table: db.evaluationEvent, channel: EVALUATION_LOG, fromRow });

/** The position of the newest entry; 0 for an empty log. */
export const logHead = (db: Db): Promise<bigint> => headOf(db.evaluationEvent);

/** The whole history of these streams, oldest first. */
export async function findHistories(db: Db, streamIds: readonly string[]): Promise<LogEntry[]> {
  const rows = await db.evaluationEvent.findMany({
    where: { streamId: { in: [...streamIds] } },
    orderBy: { position: "asc" },
  });
  return rows.map(fromRow);
}

const fromRow = ({ committedAt: _, ...row }: EvaluationEventModel): LogEntry => ({
  ...row,
  stream: row.stream as Stream,
});
