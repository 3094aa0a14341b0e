import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { appraisalEvent } from "./domain/appraisalEvent.js";
import { requireHomeUnit, requireRequestableTransfer, TransferNotAllowed } from "./domain/transfer.js";
import { getOutletIdsUpwards } from "./store/outletStore.js";
import { findPlacements, getAppraisee } from "./store/placementStore.js";
import { insertTransfer } from "./store/transferStore.js";

export interface RequestTransferInput {
  readonly clientMutationId: string;
  readonly staffId: string;
  readonly postId: string;
  readonly effectiveOn: string;
  readonly reason: string;
}

/**
 * The home unit asks that somebody leave a post; nothing changes before it is reviewed (R142).
 *
 * @returns the transfer's id
 * @throws StaffMemberNotFound, TransferNotAllowed, TransferAlreadyRequested
 */
export const requestTransfer = (context: Context, input: RequestTransferInput): Promise<string> =>
  changeRecord(context, "requestTransfer", input, async (tx, now) => {
    const { staffId, postId, effectiveOn, reason } = input;
    const today = officeDay(now);
    const { homeDepartmentId } = await getAppraisee(tx, staffId);
    const held = (await findPlacements(tx, staffId)).find(
      (each) => each.postId === postId && each.from <= today && (each.until === null || today < each.until),
    );
    if (!held) throw new TransferNotAllowed("NOT_ON_POST");
    const { outletId, from: appointedOn } = held;
    const requestedById = requireHomeUnit(context.caller, homeDepartmentId, await getOutletIdsUpwards(tx, outletId));
    const transfer = requireRequestableTransfer(
      {
        ...{ id: randomUUID(), staffId, postId, outletId, appointedOn, effectiveOn, reason, status: "REQUESTED" },
        ...{ requestedById, reviewedById: null, earlyConsent: false, version: 1 },
      },
      today,
    );
    await insertTransfer(tx, transfer);
    return { id: transfer.id, events: [appraisalEvent("TRANSFER_REQUESTED", transfer, now)] };
  });
