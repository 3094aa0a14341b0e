import { abortable } from "@yimen/kernel/abortable";
import type { Context } from "./context.js";
import { requireReminderAdapter } from "./domain/reminderAuthority.js";
import type { LogEntry } from "./store/caseLog.js";

/** The reminders of one channel as their time comes, from the log. @throws CursorNotValid, Resync, ReminderAdapterOnly */
export async function followReminders(
  context: Context,
  { channel, after: cursor }: { readonly channel: string; readonly after?: string | null },
): Promise<AsyncIterable<LogEntry>> {
  requireReminderAdapter(context.caller);
  const after = await context.log.startAfter(cursor);
  return abortable(async function* (signal) {
    for await (const entry of context.log.follow(after, signal)) {
      if (entry.type === "LicenceReminded" && (entry.data as { channel: string }).channel === channel) yield entry;
    }
  });
}
