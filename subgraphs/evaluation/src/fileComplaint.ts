import { randomUUID } from "node:crypto";
import { dueDate } from "@yimen/workdays/dueDate";
import { officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { complainant } from "./domain/authority.js";
import {
  ANSWER_DAYS,
  type ComplaintFiled,
  type ComplaintId,
  type ComplaintKind,
  evolveComplaint,
} from "./domain/complaint.js";
import { requireText } from "./domain/requireText.js";
import type { ProblemCategory } from "./domain/tag.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { getComplaint, insertComplaint, type StoredComplaint } from "./store/complaintStore.js";

export interface FileComplaintInput extends MutationInput {
  readonly kind: ComplaintKind;
  readonly category: ProblemCategory;
  readonly outletId: string;
  readonly officerId: string | null;
  readonly caseId: string | null;
  readonly text: string;
}

/**
 * Files a complaint or a report, with or without a name; the day its answer is due is told at once (R191).
 *
 * @throws OnlyThePublicComplains, TextMissing
 */
export async function fileComplaint(context: Context, input: FileComplaintInput): Promise<StoredComplaint> {
  const { db, caller, clock, calendar } = context;
  const complainantId = complainant(caller);
  const id = await runOnce(db, caller, "fileComplaint", input, async (tx) => {
    const at = clock();
    const filedOn = officeDay(at);
    const { dueOn, provisional } = dueDate(filedOn, ANSWER_DAYS, calendar);
    const event: ComplaintFiled = {
      type: "ComplaintFiled",
      id: randomUUID() as ComplaintId,
      kind: input.kind,
      category: input.category,
      outletId: input.outletId,
      officerId: input.officerId,
      caseId: input.caseId,
      text: requireText("text", input.text),
      realName: complainantId !== null,
      filedOn,
      dueOn,
      dueProvisional: provisional,
    };
    await insertComplaint(tx, evolveComplaint(null, event), complainantId, event, at);
    return event.id;
  });
  return getComplaint(db, id);
}
