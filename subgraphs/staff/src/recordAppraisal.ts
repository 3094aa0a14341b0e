import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import { changeDuty } from "./changeDuty.js";
import type { Context } from "./context.js";
import {
  type Appraisal,
  type AspectScore,
  appraisalPeriod,
  outcomeOf,
  requireFiveAspects,
} from "./domain/appraisal.js";
import { appraisalEvent } from "./domain/appraisalEvent.js";
import { AppraisalPeriodInvalid } from "./domain/appraisalRefusals.js";
import { appraisingBodyOf, requireAppraiser } from "./domain/appraiser.js";
import { stationOn } from "./domain/station.js";
import { followAppraisal } from "./followAppraisal.js";
import { measureAttendance } from "./measureAttendance.js";
import { findAppraisalsOfStaff, insertAppraisal } from "./store/appraisalStore.js";
import { getOutletIdsUpwards } from "./store/outletStore.js";
import { findPlacements, getAppraisee } from "./store/placementStore.js";
import { findOutletIdsOfStaff } from "./store/postStore.js";

export interface RecordAppraisalInput {
  readonly clientMutationId: string;
  readonly staffId: string;
  readonly year: number;
  /** Left out, it is the year-end appraisal. */
  readonly quarter?: number | null;
  readonly scores: readonly AspectScore[];
  readonly passed: boolean;
}

/**
 * Records one appraisal by the body whose it is as of the period's last day, and does what follows from it (R167–R173).
 *
 * @returns the appraisal's id
 * @throws StaffMemberNotFound, AppraisalPeriodInvalid, NotAppraiser, AppraisalAspectsInvalid, AlreadyAppraised,
 *   AppraisalOutOfOrder
 */
export async function recordAppraisal(context: Context, input: RecordAppraisalInput): Promise<string> {
  const { db, caller, clock } = context;
  const { staffId, year, quarter = null, passed } = input;
  const today = officeDay(clock());
  const period = appraisalPeriod(year, quarter, today);
  const appraisee = await getAppraisee(db, staffId);
  const station = stationOn(await findPlacements(db, staffId), period.to);
  if (!station) throw new AppraisalPeriodInvalid("NOT_ON_POST");
  const { outletId } = station;
  const body = appraisingBodyOf(appraisee, station, period.to);
  const recordedById = requireAppraiser(caller, body, appraisee, await getOutletIdsUpwards(db, outletId));
  const scores = requireFiveAspects(input.scores);
  const outletIds = [...new Set([outletId, ...(await findOutletIdsOfStaff(db, staffId, today))])].sort();
  return changeDuty(context, { mutation: "recordAppraisal", input, outletIds }, async (tx, now) => {
    const recorded = await findAppraisalsOfStaff(tx, [staffId]);
    const { consequence } = outcomeOf(recorded, { staffId, year, quarter, passed });
    const attendance = await measureAttendance(tx, staffId, station, period, context.calendar);
    const appraisal: Appraisal = {
      ...{ id: randomUUID(), staffId, outletId, year, quarter, body, scores, passed, consequence },
      ...{ attendance, recordedAt: now, recordedById },
    };
    await insertAppraisal(tx, appraisal);
    const more = await followAppraisal(tx, appraisal, appraisee, outletIds, context.calendar);
    return { id: appraisal.id, event: appraisalEvent("APPRAISAL_RECORDED", appraisal, now), more };
  });
}
