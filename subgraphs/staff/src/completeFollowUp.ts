import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { appraisalEvent } from "./domain/appraisalEvent.js";
import { FollowUpAlreadyDone } from "./domain/appraisalRefusals.js";
import { requireAppraiser } from "./domain/appraiser.js";
import { closeFollowUp, getFollowedAppraisal } from "./store/appraisalStore.js";
import { getOutletIdsUpwards } from "./store/outletStore.js";
import { getAppraisee } from "./store/placementStore.js";

export interface CompleteFollowUpInput {
  readonly clientMutationId: string;
  readonly followUpId: string;
}

/**
 * The talk was held, or the rectification made (R172).
 *
 * @returns the appraisal's id
 * @throws FollowUpNotFound, NotAppraiser, FollowUpAlreadyDone
 */
export const completeFollowUp = (context: Context, input: CompleteFollowUpInput): Promise<string> =>
  changeRecord(context, "completeFollowUp", input, async (tx, now) => {
    const appraisal = await getFollowedAppraisal(tx, input.followUpId);
    const { id, staffId, outletId, body } = appraisal;
    const appraisee = await getAppraisee(tx, staffId);
    requireAppraiser(context.caller, body, appraisee, await getOutletIdsUpwards(tx, outletId));
    if (!(await closeFollowUp(tx, input.followUpId, now))) throw new FollowUpAlreadyDone(input.followUpId);
    const subject = { id: input.followUpId, staffId, outletId };
    return { id, events: [appraisalEvent("APPRAISAL_FOLLOW_UP_DONE", subject, now)] };
  });
