import { abortable } from "@yimen/kernel/abortable";
import type { Context } from "./context.js";
import { alertKind } from "./domain/alert.js";
import { requireStaff, rowScope } from "./domain/authority.js";
import { covers, sealScope } from "./domain/sealAuthority.js";
import type { LogEntry } from "./store/caseLog.js";

interface AlertArgs {
  readonly outletId?: string | null;
  readonly departmentId?: string | null;
  readonly after?: string | null;
}

/** The alerts of an outlet or a department that the caller may know of, from the log. @throws CursorNotValid, Resync, StaffOnly */
export async function followAlerts(context: Context, args: AlertArgs): Promise<AsyncIterable<LogEntry>> {
  if (context.caller.kind !== "SERVICE") requireStaff(context.caller);
  const after = await context.log.startAfter(args.after);
  const mayKnowOf = knowing(context);
  return abortable(async function* (signal) {
    for await (const entry of context.log.follow(after, signal)) {
      if (alertKind(entry) && asked(args, entry) && (await mayKnowOf(entry))) yield entry;
    }
  });
}

const asked = ({ outletId, departmentId }: AlertArgs, entry: LogEntry) =>
  (outletId == null || outletId === entry.outletId) && (departmentId == null || departmentId === entry.departmentId);

/** The case that an alert is about. */
export const caseOf = ({ stream, streamId, data }: LogEntry): string =>
  stream === "JOINT" ? (data as { caseId: string }).caseId : streamId;

/** A case's alerts are for whose case it is, a seal's for who oversees it: as lists show them. */
function knowing({ caller, loaders }: Context): (entry: LogEntry) => boolean | Promise<boolean> {
  const scope = rowScope(caller);
  const seals = sealScope(caller);
  return (entry) => {
    const { stream, outletId, departmentId } = entry;
    if (stream === "SEAL") return covers(seals, { outletId, departmentId: departmentId ?? "" });
    if (scope === "ALL" || scope === "PUBLIC") return scope === "ALL";
    if (scope.outletIds?.includes(outletId)) return true;
    if (scope.regionIds) return loaders.caseById.load(caseOf(entry)).then((found) => found?.visible === "FULL");
    return scope.departmentId ? scope.departmentId === departmentId : scope.outletId === outletId;
  };
}
