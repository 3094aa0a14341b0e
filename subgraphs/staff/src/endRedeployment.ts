import { changeDuty } from "./changeDuty.js";
import type { Context } from "./context.js";
import { requireOutletKeeper } from "./domain/authority.js";
import { endedAt } from "./domain/redeployment.js";
import { redeploymentEvent } from "./domain/redeploymentEvent.js";
import { getOutletIdsUpwards } from "./store/outletStore.js";
import { getRedeployment, saveRedeploymentEnd } from "./store/redeploymentStore.js";

export interface EndRedeploymentInput {
  readonly clientMutationId: string;
  readonly redeploymentId: string;
}

/**
 * Somebody comes back before the time ordered, or is not lent at all (R161).
 *
 * @returns the redeployment's id
 * @throws RedeploymentNotFound, NotOutletKeeper, RedeploymentNotAllowed
 */
export async function endRedeployment(context: Context, input: EndRedeploymentInput): Promise<string> {
  const { redeploymentId: id, clientMutationId: key } = input;
  const { fromOutletId, toOutletId } = await getRedeployment(context.db, id);
  const outletIds = [...new Set([fromOutletId, toOutletId])].sort();
  return changeDuty(context, { mutation: "endRedeployment", input, outletIds }, async (tx, now) => {
    requireOutletKeeper(context.caller, fromOutletId, await getOutletIdsUpwards(tx, fromOutletId));
    const ended = endedAt(await getRedeployment(tx, id), now);
    await saveRedeploymentEnd(tx, ended);
    return { id, event: redeploymentEvent("REDEPLOYMENT_ENDED", ended, now, key) };
  });
}
