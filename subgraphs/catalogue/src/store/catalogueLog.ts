import { type EventLog, lockLog } from "@yimen/kernel/eventLog";
import { headOf, type LogSettings, openTableLog } from "@yimen/kernel/tableLog";
import type { CatalogueEvent } from "../domain/catalogueEvent.js";
import type { CatalogueEventModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

/** The channel that wakes readers of the log. */
export const CATALOGUE_LOG = "catalogue_log";

/** One entry of the log: what happened to a matter, an entrustment, a notice to a window, a batch or a provision. Nothing personal. */
export interface LogEntry {
  readonly position: bigint;
  readonly stream: "MATTER" | "ENTRUSTMENT" | "NOTICE" | "BATCH" | "BASIS";
  readonly streamId: string;
  readonly version: number;
  readonly type: CatalogueEvent["type"];
  readonly at: Date;
  readonly regionId: string;
  readonly departmentId: string;
  readonly data: unknown;
  readonly committedAt: Date;
}

/** What a change is about: the thing as it is after it. */
export interface Subject {
  readonly stream: LogEntry["stream"];
  readonly id: string;
  readonly version: number;
  readonly regionId: string;
  readonly departmentId: string;
}

/** Appends to the log; the last thing a transaction does, because it holds the log's lock until it commits. */
export async function append(tx: Tx, subject: Subject, event: CatalogueEvent, at: Date): Promise<void> {
  const { stream, id, version, regionId, departmentId } = subject;
  const { type, ...data } = event;
  await lockLog(tx, CATALOGUE_LOG);
  await tx.catalogueEvent.create({ data: { stream, streamId: id, version, type, at, regionId, departmentId, data } });
}

/** The log's reader; one per process. */
export const openCatalogueLog = (db: Db, settings: LogSettings): Promise<EventLog<LogEntry>> =>
  openTableLog({ ...settings, table: db.catalogueEvent, channel: CATALOGUE_LOG, fromRow });

/** The position of the newest entry; 0 for an empty log. */
export const logHead = (db: Db): Promise<bigint> => headOf(db.catalogueEvent);

const fromRow = (row: CatalogueEventModel) => row as LogEntry;
