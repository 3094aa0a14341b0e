import { officeDay } from "@yimen/workdays/instant";
import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { requireOutletKeeper } from "./domain/authority.js";
import { outletEvent } from "./domain/outletEvent.js";
import type { Employment, Origin } from "./domain/staffMember.js";
import { getWorkplace, saveAppointment } from "./store/staffMemberStore.js";

export interface RecordOriginInput {
  readonly clientMutationId: string;
  readonly staffId: string;
  readonly origin: Origin;
  /** Left out, it stays what it was. */
  readonly employment?: Employment | null;
}

/**
 * Enters where somebody comes from, and how they are employed where that has changed (R144–R146). What the region's
 * plan asks is measured, not refused: an entry that is not as asked shows among the gaps.
 *
 * @returns the staff member's id
 * @throws StaffMemberNotFound, NotOutletKeeper
 */
export const recordOrigin = (context: Context, input: RecordOriginInput): Promise<string> =>
  changeRecord(context, "recordOrigin", input, async (tx, at) => {
    const { clientMutationId: key, staffId, origin, employment } = input;
    const { outletIds } = await getWorkplace(tx, staffId, officeDay(at));
    const outletId = outletIds[0] ?? "";
    const byId = requireOutletKeeper(context.caller, outletId, outletIds);
    await saveAppointment(tx, staffId, { origin, ...(employment && { employment }) });
    // What was entered is personal and stays out of the log.
    return {
      id: staffId,
      events: [{ ...outletEvent("ORIGIN_RECORDED", { outletId, staffId: byId, at, key }), staffId }],
    };
  });
