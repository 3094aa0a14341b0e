import { abortable } from "@yimen/kernel/abortable";
import { type CaseLogEntry, caseLogEntry } from "./caseLogEntry.js";
import type { Context } from "./context.js";
import { NotYourCase, rowScope } from "./domain/authority.js";
import type { LogEntry } from "./store/caseLog.js";

interface CaseStreamArgs {
  readonly outletId?: string | null;
  readonly windowId?: string | null;
  readonly departmentId?: string | null;
  readonly caseId?: string | null;
  readonly after?: string | null;
}

/** The entries about cases that the caller asked for and may see, from the log. @throws CursorNotValid, Resync, NotYourCase */
export async function followCases(context: Context, args: CaseStreamArgs): Promise<AsyncIterable<CaseLogEntry>> {
  const after = await context.log.startAfter(args.after);
  if (args.caseId != null && !(await context.loaders.caseById.load(args.caseId))) throw new NotYourCase();
  const mayKnowOf = knowing(context);
  return abortable(async function* (signal) {
    for await (const entry of context.log.follow(after, signal)) {
      if (asked(args, entry) && (await mayKnowOf(entry))) yield caseLogEntry(entry);
    }
  });
}

/** The entries about tickets and visits of an outlet. @throws CursorNotValid, Resync */
export async function followQueue(
  context: Context,
  args: { readonly outletId: string; readonly after?: string | null },
): Promise<AsyncIterable<LogEntry>> {
  const after = await context.log.startAfter(args.after);
  return abortable(async function* (signal) {
    for await (const entry of context.log.follow(after, signal)) {
      if ((entry.stream === "TICKET" || entry.stream === "VISIT") && entry.outletId === args.outletId) yield entry;
    }
  });
}

function asked(args: CaseStreamArgs, entry: LogEntry): boolean {
  const matches = (wanted: string | null | undefined, value: string | null) => wanted == null || wanted === value;
  return (
    entry.stream === "CASE" &&
    matches(args.outletId, entry.outletId) &&
    matches(args.windowId, entry.windowId) &&
    matches(args.departmentId, entry.departmentId) &&
    matches(args.caseId, entry.streamId)
  );
}

/** Whether a case's entries may be told of: to whom its other paths show it, and to nobody else (R130, I-G1). */
function knowing({ caller, loaders }: Context): (entry: LogEntry) => boolean | Promise<boolean> {
  const scope = rowScope(caller);
  return ({ confidential, streamId }) => {
    if (!confidential || scope === "ALL") return true;
    // Few entries are confidential and few callers might see them, so the case itself is asked.
    return scope !== "PUBLIC" && loaders.caseById.load(streamId).then((found) => found !== null);
  };
}
