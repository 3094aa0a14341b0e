import { abortable } from "@yimen/kernel/abortable";
import type { Context } from "./context.js";
import { workerFor } from "./domain/authority.js";
import type { LogEntry } from "./store/evaluationLog.js";

/**
 * What happens to the evaluations of an outlet from a cursor on, or from now on; until the follower goes away.
 *
 * @throws NotYourWork, CursorNotValid, Resync
 */
export async function followEvents(
  { log, caller }: Context,
  { outletId, after }: { readonly outletId: string; readonly after?: string | null },
): Promise<AsyncIterable<LogEntry>> {
  workerFor("followUp", caller, outletId);
  const position = await log.startAfter(after);
  return abortable(async function* (signal) {
    for await (const entry of log.follow(position, signal)) if (entry.outletId === outletId) yield entry;
  });
}
