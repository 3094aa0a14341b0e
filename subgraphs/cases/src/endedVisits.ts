import { positionOf } from "@yimen/kernel/logCursor";
import type { Context } from "./context.js";
import { requireService } from "./domain/authority.js";
import { type EndedVisit, findEndedVisits } from "./store/endedVisitStore.js";

/** A stretch of the log: the visits that ended in it, and where it ends. */
export interface EndedVisits {
  readonly cursor: string;
  readonly visits: readonly EndedVisit[];
}

const MOST = 500;

/** The next visits that ended, in the order of the log, for siblings that follow it. @throws CursorNotValid, ServiceOnly */
export async function endedVisits(
  { db, caller }: Context,
  given: { readonly after: string; readonly first: number },
): Promise<EndedVisits> {
  requireService(caller);
  const after = positionOf(given.after);
  const visits = await findEndedVisits(db, after, Math.min(Math.max(given.first, 1), MOST));
  return { cursor: (visits.at(-1)?.position ?? after).toString(), visits };
}
