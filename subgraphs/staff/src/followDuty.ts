import { abortable } from "@yimen/kernel/abortable";
import type { Context } from "./context.js";
import { maySeeEvent } from "./domain/staffEvent.js";
import type { LogEntry } from "./store/staffLog.js";

/** The entries of the log that the caller may see, of one outlet or of all. @throws CursorNotValid, Resync */
export async function followDuty(
  { log, caller }: Context,
  { outletId, after }: { readonly outletId?: string | null; readonly after?: string | null },
): Promise<AsyncIterable<LogEntry>> {
  const position = await log.startAfter(after);
  return abortable(async function* (signal) {
    for await (const entry of log.follow(position, signal)) {
      if ((outletId == null || entry.outletId === outletId) && maySeeEvent(caller, entry)) yield entry;
    }
  });
}
