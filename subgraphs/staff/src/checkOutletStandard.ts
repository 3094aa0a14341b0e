import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { requireStandardAssessor } from "./domain/authority.js";
import { facilityScores } from "./domain/facility.js";
import { outletEvent } from "./domain/outletEvent.js";
import { type OutletGrade, requireEarned, type StandardItem, standardItems } from "./domain/outletStandard.js";
import { hasAgent } from "./store/agentStore.js";
import { insertStandardCheck } from "./store/outletStandardStore.js";
import { getOutlet, getOutletIdsUpwards } from "./store/outletStore.js";

export interface CheckOutletStandardInput {
  readonly clientMutationId: string;
  readonly outletId: string;
  readonly met: readonly StandardItem[];
  readonly grade: OutletGrade | null;
}

/**
 * Notes how an outlet stands against the ten items today, and which grade it reaches (R007, R008, R015).
 *
 * @returns the outlet's id
 * @throws OutletNotFound, NotStandardAssessor, GradeNotEarned, BenchmarkNotEarned, OutletAlreadyChecked
 */
export const checkOutletStandard = (context: Context, input: CheckOutletStandardInput): Promise<string> =>
  changeRecord(context, "checkOutletStandard", input, async (tx, at) => {
    const { clientMutationId: key, outletId, met, grade } = input;
    const { kind, facilities } = await getOutlet(tx, outletId);
    const staffId = requireStandardAssessor(context.caller, outletId, await getOutletIdsUpwards(tx, outletId));
    const checkedOn = officeDay(at);
    const scores = facilityScores(kind, facilities, await hasAgent(tx, outletId, checkedOn));
    const items = standardItems.filter((item) => met.includes(item));
    const check = { id: randomUUID(), outletId, checkedOn, met: items, grade, checkedById: staffId };
    await insertStandardCheck(tx, requireEarned(check, scores));
    const event = outletEvent("OUTLET_STANDARD_CHECKED", { outletId, staffId, at, key }, { checkId: check.id });
    return { id: outletId, events: [event] };
  });
