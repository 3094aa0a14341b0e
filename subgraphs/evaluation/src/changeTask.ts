import { dueDate } from "@yimen/workdays/dueDate";
import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { requireTaskOwner, workerFor } from "./domain/authority.js";
import { decideTask, type TaskCommand } from "./domain/decideTask.js";
import { RECTIFICATION_DAYS } from "./domain/openBadReview.js";
import { type AccountabilityLevel, evolveTask, type RectificationTask } from "./domain/rectificationTask.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { requireVersion } from "./store/changedMeanwhile.js";
import { getTask, saveTask } from "./store/rectificationTaskStore.js";

/** What every step of a rectification comes with. */
export interface TaskStepInput extends MutationInput {
  readonly taskId: string;
  readonly version?: number;
}

type Act = { readonly by: string; readonly on: PlainDate };

/**
 * Takes one step of a rectification: its owner reports, everything else is for those who supervise (R193).
 *
 * @throws NotFound, NotYourWork, NotYourRectification, ChangedMeanwhile, and what `decideTask` refuses
 */
async function changeTask<I extends TaskStepInput>(
  { db, caller, clock }: Context,
  mutation: string,
  input: I,
  who: "OWNER" | "SUPERVISION",
  command: (act: Act) => TaskCommand,
): Promise<RectificationTask> {
  const id = await runOnce(db, caller, mutation, input, async (tx) => {
    const current = await getTask(tx, input.taskId);
    const at = clock();
    const by = who === "OWNER" ? requireTaskOwner(caller, current) : workerFor("inspect", caller, current.outletId);
    requireVersion(current, input.version);
    const event = decideTask(current, command({ by, on: officeDay(at) }));
    await saveTask(tx, evolveTask(current, event), event, at);
    return current.id;
  });
  return getTask(db, id);
}

/** 跟踪督导: what was seen on the way (R193). */
export const followUpRectification = (context: Context, input: TaskStepInput & { readonly note: string }) =>
  changeTask(context, "followUpRectification", input, "SUPERVISION", (act) => ({
    type: "followUp",
    ...act,
    note: input.note,
  }));

export const reportRectification = (context: Context, input: TaskStepInput & { readonly report: string }) =>
  changeTask(context, "reportRectification", input, "OWNER", (act) => ({
    type: "report",
    ...act,
    report: input.report,
  }));

export const verifyTask = (
  context: Context,
  input: TaskStepInput & { readonly accepted: boolean; readonly remark: string },
) =>
  changeTask(context, "verifyTask", input, "SUPERVISION", (act) => ({
    type: "verify",
    ...act,
    accepted: input.accepted,
    remark: input.remark,
  }));

/** 通报、责令整改、问责 (R195); each gives a new term. */
export const escalateRectification = (
  context: Context,
  input: TaskStepInput & { readonly level: AccountabilityLevel; readonly reason: string },
) =>
  changeTask(context, "escalateRectification", input, "SUPERVISION", (act) => ({
    type: "escalate",
    ...act,
    level: input.level,
    reason: input.reason,
    dueOn: dueDate(act.on, RECTIFICATION_DAYS, context.calendar).dueOn,
  }));
