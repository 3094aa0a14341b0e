import { abortable } from "@yimen/kernel/abortable";
import type { Context } from "./context.js";
import type { LogEntry } from "./store/catalogueLog.js";

interface StreamArgs {
  readonly regionId?: string | null;
  readonly after?: string | null;
}

/** The log's entries in commit order, of one region if asked for. @throws CursorNotValid, Resync */
export async function followCatalogue(
  { log }: Context,
  { regionId, after }: StreamArgs,
): Promise<AsyncIterable<LogEntry>> {
  const from = await log.startAfter(after);
  return abortable(async function* (signal) {
    for await (const entry of log.follow(from, signal)) {
      if (regionId == null || entry.regionId === regionId) yield entry;
    }
  });
}
