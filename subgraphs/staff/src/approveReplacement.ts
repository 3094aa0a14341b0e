import { officeDay } from "@yimen/workdays/instant";
import { changeDuty } from "./changeDuty.js";
import type { Context } from "./context.js";
import { appraisalEvent } from "./domain/appraisalEvent.js";
import { approve } from "./domain/replacement.js";
import { recordDuty } from "./recordDuty.js";
import { getOutletIdsUpwards } from "./store/outletStore.js";
import { beginPlacement } from "./store/placementStore.js";
import { findHoldings } from "./store/postStore.js";
import { getReplacement, saveReplacement } from "./store/replacementStore.js";

export interface ApproveReplacementInput {
  readonly clientMutationId: string;
  readonly replacementId: string;
}

/**
 * The managing body agrees, and the newcomer is on post from that day, or from when the one before leaves (R173).
 *
 * @returns the replacement's id
 * @throws ReplacementNotFound, ReplacementNotAllowed, ReplacementChangedMeanwhile
 */
export async function approveReplacement(context: Context, input: ApproveReplacementInput): Promise<string> {
  const { outletId } = await getReplacement(context.db, input.replacementId);
  const mutation = { mutation: "approveReplacement", input, outletIds: [outletId] };
  return changeDuty(context, mutation, async (tx, now) => {
    const current = await getReplacement(tx, input.replacementId);
    const next = approve(current, context.caller, await getOutletIdsUpwards(tx, outletId), now);
    await saveReplacement(tx, next);
    const more = await recordDuty(tx, [outletId], now, context.calendar);
    const ends = (await findHoldings(tx, [next.postId])).map(({ until }) => until ?? "");
    await beginPlacement(tx, next.postId, next.nomineeId, [officeDay(now), ...ends].sort().at(-1) as string);
    const event = appraisalEvent("REPLACEMENT_APPROVED", { ...next, staffId: next.nomineeId }, now);
    return { id: next.id, event, more };
  });
}
