import { officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { workerFor } from "./domain/authority.js";
import { evolveIssue, resolveIssue, type SystemicIssue } from "./domain/systemicIssue.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { requireVersion } from "./store/changedMeanwhile.js";
import { append } from "./store/evaluationLog.js";
import { getIssue, saveIssue } from "./store/systemicIssueStore.js";

export interface ResolveSystemicIssueInput extends MutationInput {
  readonly systemicIssueId: string;
  readonly version?: number;
  readonly measure: string;
}

/**
 * Says what was changed so that a whole class of problems does not come back (R189).
 *
 * @throws NotFound, NotYourWork, ChangedMeanwhile, IssueAlreadyResolved, TextMissing
 */
export async function resolveSystemicIssue(
  { db, caller, clock }: Context,
  input: ResolveSystemicIssueInput,
): Promise<SystemicIssue> {
  const id = await runOnce(db, caller, "resolveSystemicIssue", input, async (tx) => {
    const current = await getIssue(tx, input.systemicIssueId);
    const at = clock();
    const by = workerFor("check", caller, current.outletId);
    requireVersion(current, input.version);
    const event = resolveIssue(current, { on: officeDay(at), by, measure: input.measure });
    const next = evolveIssue(current, event);
    await saveIssue(tx, next);
    await append(tx, "SYSTEMIC_ISSUE", next, event, at);
    return current.id;
  });
  return getIssue(db, id);
}
