import { abortable } from "@yimen/kernel/abortable";
import { DomainError } from "@yimen/kernel/errors";
import type { Context } from "./context.js";
import { maySeeEvent } from "./domain/staffEvent.js";
import type { LogEntry } from "./store/staffLog.js";

/** A cursor that this log never gave out. */
export class CursorNotValid extends DomainError {
  readonly code = "CURSOR_NOT_VALID";
  constructor(after: string) {
    super(
      {
        zh: "续传位置无效;请使用事件给出的 cursor。",
        en: "This is no cursor of this log; send back one that an event gave.",
      },
      { after },
    );
  }
}

/** The entries of the log that the caller may see, of one outlet or of all. @throws CursorNotValid */
export function followDuty(
  { log, caller }: Context,
  { outletId, after }: { readonly outletId?: string | null; readonly after?: string | null },
): AsyncIterable<LogEntry> {
  const position = positionOf(after);
  return abortable(async function* (signal) {
    for await (const entry of log.follow(position, signal)) {
      if ((outletId == null || entry.outletId === outletId) && maySeeEvent(caller, entry)) yield entry;
    }
  });
}

function positionOf(after: string | null | undefined): bigint | null {
  if (after == null) return null;
  if (!/^\d{1,18}$/.test(after)) throw new CursorNotValid(after);
  return BigInt(after);
}
