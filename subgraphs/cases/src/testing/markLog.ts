import { randomUUID } from "node:crypto";
import { append, type NewEntry } from "../store/caseLog.js";
import type { Db } from "../store/db.js";

/**
 * Writes an entry that whoever follows will see: until it comes, nothing else has.
 *
 * @returns the id of the case that it pretends to be about
 */
export async function markLog(db: Db, entry: Partial<NewEntry> = {}): Promise<string> {
  const streamId = randomUUID();
  await db.$transaction((tx) =>
    append(tx, {
      stream: "CASE",
      streamId,
      version: 1,
      type: "CaseOpened",
      at: new Date("2026-03-02T01:30:00.000Z"),
      outletId: "taoshan-hall",
      windowId: "taoshan-w2",
      departmentId: "taoshan-civil-affairs",
      statusBefore: null,
      statusAfter: "COLLECTED",
      confidential: false,
      data: {},
      ...entry,
    }),
  );
  return streamId;
}
