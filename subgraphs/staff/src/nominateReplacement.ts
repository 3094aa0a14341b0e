import { officeDay } from "@yimen/workdays/instant";
import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { appraisalEvent } from "./domain/appraisalEvent.js";
import { nominate } from "./domain/replacement.js";
import { getOutletIdsUpwards } from "./store/outletStore.js";
import { findHoldingsOfStaff } from "./store/postStore.js";
import { getReplacement, saveReplacement } from "./store/replacementStore.js";
import { requireStaffMembers } from "./store/staffMemberStore.js";

export interface NominateReplacementInput {
  readonly clientMutationId: string;
  readonly replacementId: string;
  readonly staffId: string;
}

/**
 * The home unit selects somebody else for the post (R173). Nobody is on it before it is approved.
 *
 * @returns the replacement's id
 * @throws ReplacementNotFound, StaffMemberNotFound, ReplacementNotAllowed, ReplacementChangedMeanwhile
 */
export const nominateReplacement = (context: Context, input: NominateReplacementInput): Promise<string> =>
  changeRecord(context, "nominateReplacement", input, async (tx, now) => {
    const { replacementId, staffId } = input;
    const current = await getReplacement(tx, replacementId);
    await requireStaffMembers(tx, [staffId]);
    const holdsPost = (await findHoldingsOfStaff(tx, [staffId], officeDay(now))).length > 0;
    const outletIds = await getOutletIdsUpwards(tx, current.outletId);
    const next = nominate(current, context.caller, outletIds, { id: staffId, holdsPost });
    await saveReplacement(tx, next);
    const onceKey = `REPLACEMENT_NOMINATED:${next.id}:${next.version}`;
    return { id: next.id, events: [appraisalEvent("REPLACEMENT_NOMINATED", { ...next, staffId }, now, onceKey)] };
  });
