import { randomUUID } from "node:crypto";
import { dueDate } from "@yimen/workdays/dueDate";
import { officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { type Assessment, CIRCULATION_DAYS, circulate, requireAssessment } from "./domain/assessment.js";
import { workerFor } from "./domain/authority.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { getAssessment, insertAssessment, saveAssessment } from "./store/assessmentStore.js";

export type RecordAssessmentInput = MutationInput &
  Pick<Assessment, "regionId" | "source" | "assessor" | "from" | "to" | "conclusion" | "outlets">;

/**
 * Records what a third party or a campaign found (R185, R186); it must be circulated within five working days.
 *
 * @throws NotYourWork, AssessmentInvalid, TextMissing, SiblingUnavailable
 */
export async function recordAssessment(context: Context, input: RecordAssessmentInput): Promise<Assessment> {
  const { db, caller, clock, calendar, staff } = context;
  const by = input.outlets.map(({ outletId }) => workerFor("inspect", caller, outletId))[0] ?? "";
  const known = await staff.outletsOf(input.regionId);
  const id = await runOnce(db, caller, "recordAssessment", input, async (tx) => {
    const at = clock();
    const recordedOn = officeDay(at);
    const { clientMutationId: _, ...given } = input;
    const recorded = requireAssessment({ ...given, recordedOn }, known);
    const assessment: Assessment = {
      ...recorded,
      outlets: recorded.outlets.map(({ outletId, score, remark }) => ({ outletId, score, remark })),
      id: randomUUID(),
      recordedBy: by,
      outletId: caller.claims.outletId ?? (recorded.outlets[0]?.outletId as string),
      circulateBy: dueDate(recordedOn, CIRCULATION_DAYS, calendar).dueOn,
      circulatedOn: null,
      version: 1,
    };
    await insertAssessment(tx, assessment, at);
    return assessment.id;
  });
  return getAssessment(db, id);
}

/**
 * Circulates it: from then on everybody sees it.
 *
 * @throws NotFound, NotYourWork, AlreadyCirculated
 */
export async function circulateAssessment(
  { db, caller, clock }: Context,
  input: MutationInput & { readonly assessmentId: string },
): Promise<Assessment> {
  const id = await runOnce(db, caller, "circulateAssessment", input, async (tx) => {
    const current = await getAssessment(tx, input.assessmentId);
    const [by = ""] = current.outlets.map(({ outletId }) => workerFor("inspect", caller, outletId));
    const at = clock();
    await saveAssessment(tx, circulate(current, officeDay(at)), by, at);
    return current.id;
  });
  return getAssessment(db, id);
}
