import { createHash } from "node:crypto";
import { stableJson } from "@yimen/kernel/idempotency";
import type { LogEntry, NewEntry } from "./caseLog.js";

/** An entry as the text its hash covers: everything it says; not its position and moment, which the database gives. */
export function sealedText(entry: NewEntry): string {
  const { stream, streamId, version, type, at, outletId, windowId, departmentId } = entry;
  const { statusBefore, statusAfter, confidential, data } = entry;
  const said = { stream, streamId, version, type, at, outletId, windowId, departmentId };
  return stableJson({ ...said, statusBefore, statusAfter, confidential, data });
}

/**
 * Links an entry to the one before it in its stream, so that a changed, missing or inserted entry shows (R082, I-K14).
 * `append_case_events` in the database does the same.
 *
 * @param before  hash of the previous entry; "" for the first
 */
export const chainedHash = (before: string, entry: NewEntry): string => linkedHash(before, sealedText(entry));

/** As `chainedHash`, of an entry that has been sealed. */
export const linkedHash = (before: string, sealed: string): string =>
  createHash("sha256").update(`${before}\n${sealed}`).digest("hex");

/** The first entry of one stream's history, oldest first, that does not follow from the one before; `null` when all do. */
export function firstBroken(history: readonly LogEntry[]): LogEntry | null {
  let before = "";
  for (const [index, entry] of history.entries()) {
    if (entry.version !== index + 1 || entry.hash !== chainedHash(before, entry)) return entry;
    before = entry.hash;
  }
  return null;
}
