import { abortable } from "@yimen/kernel/abortable";
import { DomainError } from "@yimen/kernel/errors";
import type { Context } from "./context.js";
import { workerFor } from "./domain/authority.js";
import type { LogEntry } from "./store/evaluationLog.js";

/** Not a cursor that an event of this log carried. */
export class CursorNotKnown extends DomainError {
  readonly code = "CURSOR_NOT_KNOWN";
  constructor(after: string) {
    super({ zh: "游标无效。", en: "This cursor is none of ours." }, { after });
  }
}

/**
 * What happens to the evaluations of an outlet from a cursor on, or from now on; until the follower goes away.
 *
 * @throws NotYourWork, CursorNotKnown
 */
export function followEvents(
  { log, caller }: Context,
  { outletId, after }: { readonly outletId: string; readonly after?: string | null },
): AsyncIterable<LogEntry> {
  workerFor("followUp", caller, outletId);
  const position = positionOf(after ?? null);
  return abortable(async function* (signal) {
    for await (const entry of log.follow(position, signal)) if (entry.outletId === outletId) yield entry;
  });
}

function positionOf(after: string | null): bigint | null {
  if (after === null) return null;
  if (!/^\d{1,18}$/.test(after)) throw new CursorNotKnown(after);
  return BigInt(after);
}
