import { abortable } from "@yimen/kernel/abortable";
import type { Context } from "./context.js";
import { NotYourCase } from "./domain/authority.js";
import type { LogEntry } from "./store/caseLog.js";

interface BundleStreamArgs {
  readonly outletId?: string | null;
  readonly bundleCaseId?: string | null;
  readonly after?: string | null;
}

/** The bundle an entry of the log is about: of its own, or of one of its sub-cases. */
export const bundleCaseIdOf = ({ data }: LogEntry): string | null =>
  (data as { bundleCaseId?: string }).bundleCaseId ?? null;

/**
 * What happens to bundles and to their sub-cases, as far as the caller may know of it, from the log.
 *
 * @throws CursorNotValid, Resync, NotYourCase
 */
export async function followBundles(context: Context, args: BundleStreamArgs): Promise<AsyncIterable<LogEntry>> {
  const { loaders, log } = context;
  const after = await log.startAfter(args.after);
  if (args.bundleCaseId != null && !(await loaders.bundleCaseById.load(args.bundleCaseId))) throw new NotYourCase();
  const mayKnowOf = async ({ confidential, stream, streamId }: LogEntry) => {
    if (!confidential) return true;
    const found = stream === "CASE" ? loaders.caseById.load(streamId) : loaders.bundleCaseById.load(streamId);
    return (await found) !== null;
  };
  return abortable(async function* (signal) {
    for await (const entry of log.follow(after, signal)) {
      if (asked(args, entry) && (await mayKnowOf(entry))) yield entry;
    }
  });
}

function asked({ outletId, bundleCaseId }: BundleStreamArgs, entry: LogEntry): boolean {
  const bundle = bundleCaseIdOf(entry);
  return (
    bundle !== null &&
    (bundleCaseId == null || bundleCaseId === bundle) &&
    (outletId == null || outletId === entry.outletId)
  );
}
