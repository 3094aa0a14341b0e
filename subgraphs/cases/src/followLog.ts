import { abortable } from "@yimen/kernel/abortable";
import { type CaseLogEntry, caseLogEntry } from "./caseLogEntry.js";
import type { Context } from "./context.js";
import { NotYourCase, rowScope } from "./domain/authority.js";
import { CursorNotValid } from "./domain/refusals.js";
import type { LogEntry } from "./store/caseLog.js";

interface CaseStreamArgs {
  readonly outletId?: string | null;
  readonly windowId?: string | null;
  readonly departmentId?: string | null;
  readonly caseId?: string | null;
  readonly after?: string | null;
}

/** The entries about cases that the caller asked for and may see, from the log. @throws CursorNotValid, NotYourCase */
export async function followCases(context: Context, args: CaseStreamArgs): Promise<AsyncIterable<CaseLogEntry>> {
  const after = positionOf(args.after);
  if (args.caseId && !(await context.loaders.caseById.load(args.caseId))) throw new NotYourCase();
  const wanted = wantedBy(context, args);
  return abortable(async function* (signal) {
    for await (const entry of context.log.follow(after, signal)) if (wanted(entry)) yield caseLogEntry(entry);
  });
}

/** The entries about tickets and visits of an outlet. @throws CursorNotValid */
export function followQueue(
  context: Context,
  args: { readonly outletId: string; readonly after?: string | null },
): AsyncIterable<LogEntry> {
  const after = positionOf(args.after);
  return abortable(async function* (signal) {
    for await (const entry of context.log.follow(after, signal)) {
      if (entry.stream !== "CASE" && entry.outletId === args.outletId) yield entry;
    }
  });
}

/** Narrowed to what was asked for, and never more than the caller's lists would show (R130). */
function wantedBy({ caller }: Context, args: CaseStreamArgs): (entry: LogEntry) => boolean {
  const scope = rowScope(caller);
  const maySee = (entry: LogEntry) =>
    !entry.confidential ||
    scope === "ALL" ||
    args.caseId === entry.streamId || // checked against the case itself when the stream was opened
    (scope !== "PUBLIC" &&
      ((scope.outletId !== undefined && scope.outletId === entry.outletId) ||
        (scope.departmentId !== undefined && scope.departmentId === entry.departmentId)));
  const asked = (wanted: string | null | undefined, value: string | null) => wanted == null || wanted === value;
  return (entry) =>
    entry.stream === "CASE" &&
    asked(args.outletId, entry.outletId) &&
    asked(args.windowId, entry.windowId) &&
    asked(args.departmentId, entry.departmentId) &&
    asked(args.caseId, entry.streamId) &&
    maySee(entry);
}

function positionOf(after: string | null | undefined): bigint | null {
  if (after == null) return null;
  if (!/^\d{1,18}$/.test(after)) throw new CursorNotValid(after);
  return BigInt(after);
}
