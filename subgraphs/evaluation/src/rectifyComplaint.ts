import { randomUUID } from "node:crypto";
import type { Calendar } from "@yimen/workdays/calendar";
import { dueDate } from "@yimen/workdays/dueDate";
import type { Complaint, ComplaintEvent } from "./domain/complaint.js";
import { RECTIFICATION_DAYS } from "./domain/openBadReview.js";
import { evolveTask, type RectificationTaskId, type RectificationTaskOpened } from "./domain/rectificationTask.js";
import { problemCategories } from "./domain/tag.js";
import type { Tx } from "./store/db.js";
import { insertTask } from "./store/rectificationTaskStore.js";

/** A complaint that was found to hold is put right, by a day: whoever investigated it leads the team (R184, R190). */
export async function rectifyComplaint(
  tx: Tx,
  complaint: Complaint,
  event: ComplaintEvent,
  calendar: Calendar,
  at: Date,
): Promise<void> {
  if (event.type !== "ComplaintInvestigated" || !event.substantiated) return;
  const opened: RectificationTaskOpened = {
    type: "RectificationTaskOpened",
    by: event.by,
    id: randomUUID() as RectificationTaskId,
    source: "COMPLAINT",
    sourceId: complaint.id,
    outletId: complaint.outletId,
    departmentId: null,
    title: problemCategories[complaint.category].zh,
    demand: event.findings,
    team: { name: "投诉整改小组", leaderId: event.by, memberIds: [] },
    openedOn: event.on,
    openedBy: event.by,
    dueOn: dueDate(event.on, RECTIFICATION_DAYS, calendar).dueOn,
    summaryDueOn: null,
  };
  await insertTask(tx, evolveTask(null, opened), opened, at);
}
