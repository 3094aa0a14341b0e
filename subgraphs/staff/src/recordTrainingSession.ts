import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { requireOwningDepartment } from "./domain/authority.js";
import { levelOf, type TrainingForm, type TrainingTopic } from "./domain/training.js";
import { requireOrganiser, requireRecordable, trainingEvent } from "./domain/trainingRecord.js";
import { TrainingUnitInvalid } from "./domain/trainingRefusals.js";
import { getOutlet, getOutletIdsUpwards } from "./store/outletStore.js";
import { requireStaffMembers } from "./store/staffMemberStore.js";
import { insertTrainingSession } from "./store/trainingStore.js";

export interface RecordTrainingSessionInput {
  readonly clientMutationId: string;
  readonly outletId: string;
  /** Set for a department's training before the post (R208). */
  readonly departmentId?: string | null;
  readonly heldOn: string;
  readonly topics: readonly TrainingTopic[];
  readonly form: TrainingForm;
  readonly attendeeIds: readonly string[];
}

/**
 * Records a training that took place, with who attended (R155, R208).
 *
 * @returns the session's id
 * @throws OutletNotFound, TrainingUnitInvalid, NotTrainingOrganiser, NotOwningDepartment, TrainingSessionInvalid,
 *   StaffMemberNotFound
 */
export async function recordTrainingSession(context: Context, input: RecordTrainingSessionInput): Promise<string> {
  const { db, caller } = context;
  const { clientMutationId: _, departmentId = null, ...training } = input;
  const { kind } = await getOutlet(db, input.outletId);
  const recordedById =
    departmentId === null
      ? requireOrganiser(caller, await getOutletIdsUpwards(db, input.outletId))
      : requireOwningDepartment(caller, departmentId);
  const level = levelOf(kind);
  if (!level) throw new TrainingUnitInvalid(input.outletId);
  return changeRecord(context, "recordTrainingSession", input, async (tx, now) => {
    const session = requireRecordable({ id: randomUUID(), level, departmentId, ...training }, officeDay(now));
    await requireStaffMembers(tx, session.attendeeIds);
    await insertTrainingSession(tx, session, recordedById);
    return { id: session.id, events: [trainingEvent("TRAINING_RECORDED", session, now)] };
  });
}
