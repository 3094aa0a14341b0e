import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import { changeDuty } from "./changeDuty.js";
import type { Context } from "./context.js";
import { requireOutletKeeper } from "./domain/authority.js";
import { type Redeployment, RedeploymentNotAllowed, requireOrderable } from "./domain/redeployment.js";
import { redeploymentEvent } from "./domain/redeploymentEvent.js";
import { getOutletIdsUpwards } from "./store/outletStore.js";
import { insertRedeployment } from "./store/redeploymentStore.js";
import { findRosters } from "./store/rosterStore.js";
import { getWorkplace } from "./store/staffMemberStore.js";
import { findDepartmentsAtWindows, getWindow } from "./store/windowStore.js";

export interface OrderRedeploymentInput {
  readonly clientMutationId: string;
  readonly staffId: string;
  readonly toWindowId: string;
  readonly from: Date;
  readonly until: Date;
}

/**
 * Lends somebody to another window for a while (R161). Their post stays theirs: whoever backs it takes over the minute
 * it begins, and rosters of both windows follow.
 *
 * @returns the redeployment's id
 * @throws WindowNotFound, StaffMemberNotFound, NotOutletKeeper, RedeploymentNotAllowed
 */
export async function orderRedeployment(context: Context, input: OrderRedeploymentInput): Promise<string> {
  const { db, caller, clock, calendar } = context;
  const { staffId, toWindowId, until, clientMutationId: key } = input;
  const { outletId: toOutletId } = await getWindow(db, toWindowId);
  const [fromOutletId = toOutletId] = (await getWorkplace(db, staffId, officeDay(clock()))).outletIds;
  const outletIds = [...new Set([fromOutletId, toOutletId])].sort();
  return changeDuty(context, { mutation: "orderRedeployment", input, outletIds }, async (tx, now) => {
    requireOutletKeeper(caller, toOutletId, await getOutletIdsUpwards(tx, toOutletId));
    const orderedById = requireOutletKeeper(caller, fromOutletId, await getOutletIdsUpwards(tx, fromOutletId));
    const [home] = await findRosters(tx, [fromOutletId], now);
    if (!home) throw new RedeploymentNotAllowed("NO_WINDOW_POST");
    const departmentIds = (await findDepartmentsAtWindows(tx, [toWindowId])).map(({ departmentId }) => departmentId);
    const from = new Date(Math.max(input.from.getTime(), now.getTime())); // nobody is lent in the past
    const order = { staffId, toWindowId, from, until, departmentIds };
    const postId = requireOrderable(home, order, now, calendar);
    const fromWindowId = home.posts.get(postId)?.windowId ?? null;
    const redeployment: Redeployment = {
      ...{ id: randomUUID(), staffId, postId, fromWindowId, fromOutletId, toWindowId, toOutletId },
      ...{ from, until, orderedById },
    };
    await insertRedeployment(tx, redeployment);
    return { id: redeployment.id, event: redeploymentEvent("REDEPLOYMENT_ORDERED", redeployment, now, key) };
  });
}
