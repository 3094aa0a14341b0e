import { abortable } from "@yimen/kernel/abortable";
import type { Context } from "./context.js";
import type { LogEntry } from "./store/caseLog.js";

/** What happens to the appointments the caller may know of, from the log. @throws CursorNotValid, Resync */
export async function followAppointments(
  { loaders, log }: Context,
  { outletId, after }: { readonly outletId?: string | null; readonly after?: string | null },
): Promise<AsyncIterable<LogEntry>> {
  const position = await log.startAfter(after);
  return abortable(async function* (signal) {
    for await (const entry of log.follow(position, signal)) {
      if (entry.stream !== "APPOINTMENT" || (outletId != null && outletId !== entry.outletId)) continue;
      if ((await loaders.appointmentById.load(entry.streamId)) !== null) yield entry;
    }
  });
}
