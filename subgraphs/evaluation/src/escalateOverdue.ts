import type { Clock } from "@yimen/kernel/clock";
import { officeDay } from "@yimen/workdays/instant";
import { evolveBadReview } from "./domain/badReview.js";
import { decideComplaint, evolveComplaint } from "./domain/complaint.js";
import { decideBadReview } from "./domain/decideBadReview.js";
import { decideTask } from "./domain/decideTask.js";
import { evolveTask } from "./domain/rectificationTask.js";
import { findOverdue, saveBadReview } from "./store/badReviewStore.js";
import { ChangedMeanwhile } from "./store/changedMeanwhile.js";
import { findOverdueComplaints, saveComplaint } from "./store/complaintStore.js";
import type { Db } from "./store/db.js";
import { findOverdueTasks, saveTask } from "./store/rectificationTaskStore.js";

/**
 * Escalates every bad review and complaint whose answer is late, and marks every rectification that is, each exactly once: of two processes that try, one
 * finds it changed and leaves it (I-E4).
 *
 * @returns how many were escalated now
 */
export async function escalateOverdue(db: Db, clock: Clock): Promise<number> {
  const at = clock();
  const on = officeDay(at);
  let escalated = 0;
  for (const current of await findOverdue(db, on)) {
    const event = decideBadReview(current, { type: "escalate", on });
    escalated += await unlessChanged(
      db.$transaction((tx) => saveBadReview(tx, evolveBadReview(current, event), event, at)),
    );
  }
  for (const current of await findOverdueComplaints(db, on)) {
    const event = decideComplaint(current, { type: "escalate", on });
    escalated += await unlessChanged(
      db.$transaction((tx) => saveComplaint(tx, evolveComplaint(current, event), event, at)),
    );
  }
  for (const current of await findOverdueTasks(db, on)) {
    const event = decideTask(current, { type: "markOverdue", on });
    escalated += await unlessChanged(db.$transaction((tx) => saveTask(tx, evolveTask(current, event), event, at)));
  }
  return escalated;
}

async function unlessChanged(saving: Promise<void>): Promise<0 | 1> {
  try {
    await saving;
    return 1;
  } catch (refusal) {
    if (refusal instanceof ChangedMeanwhile) return 0; // somebody worked on it just now; the next look settles it
    throw refusal;
  }
}
