import { abortable } from "@yimen/kernel/abortable";
import { DomainError } from "@yimen/kernel/errors";
import type { Context } from "./context.js";
import type { LogEntry } from "./store/catalogueLog.js";

export class CursorNotValid extends DomainError {
  readonly code = "CURSOR_NOT_VALID";
  constructor(after: string) {
    super({ zh: "after 不是有效的日志位置。", en: "`after` is not a cursor of this log." }, { after });
  }
}

interface StreamArgs {
  readonly regionId?: string | null;
  readonly after?: string | null;
}

/** The log's entries in commit order, of one region if asked for. @throws CursorNotValid */
export function followCatalogue({ log }: Context, { regionId, after }: StreamArgs): AsyncIterable<LogEntry> {
  if (after != null && !/^\d{1,18}$/.test(after)) throw new CursorNotValid(after);
  const from = after == null ? null : BigInt(after);
  return abortable(async function* (signal) {
    for await (const entry of log.follow(from, signal)) {
      if (regionId == null || entry.regionId === regionId) yield entry;
    }
  });
}
