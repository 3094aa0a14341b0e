import { randomUUID } from "node:crypto";
import { dueDate } from "@yimen/workdays/dueDate";
import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { workerFor } from "./domain/authority.js";
import { RECTIFICATION_DAYS } from "./domain/openBadReview.js";
import {
  evolveTask,
  type RectificationSource,
  type RectificationTask,
  type RectificationTaskId,
  type RectificationTaskOpened,
} from "./domain/rectificationTask.js";
import { requireText } from "./domain/requireText.js";
import { RectificationAlreadyOrdered, requireDueDays } from "./domain/taskRefusals.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { findTaskOfSource, getTask, insertTask } from "./store/rectificationTaskStore.js";

export interface OpenRectificationTaskInput extends MutationInput {
  readonly source: RectificationSource;
  readonly sourceId: string | null;
  readonly outletId: string;
  readonly departmentId: string | null;
  readonly title: string;
  readonly demand: string;
  readonly teamName: string;
  readonly leaderId: string;
  readonly memberIds: readonly string[];
  /** Left out, five working days. */
  readonly dueOn: PlainDate | null;
  readonly summaryDueOn: PlainDate | null;
}

/**
 * Orders that something be put right, by a team and by a day (R184, R190, R198).
 *
 * @throws NotYourWork, TextMissing, DueDayInvalid, RectificationAlreadyOrdered
 */
export async function openRectificationTask(
  { db, caller, clock, calendar }: Context,
  input: OpenRectificationTaskInput,
): Promise<RectificationTask> {
  const by = workerFor("inspect", caller, input.outletId);
  const id = await runOnce(db, caller, "openRectificationTask", input, async (tx) => {
    const at = clock();
    const openedOn = officeDay(at);
    const earlier = await findTaskOfSource(tx, input.source, input.sourceId);
    if (earlier) throw new RectificationAlreadyOrdered(earlier);
    const event: RectificationTaskOpened = {
      type: "RectificationTaskOpened",
      by,
      id: randomUUID() as RectificationTaskId,
      source: input.source,
      sourceId: input.sourceId,
      outletId: input.outletId,
      departmentId: input.departmentId,
      title: requireText("title", input.title),
      demand: requireText("demand", input.demand),
      team: {
        name: requireText("teamName", input.teamName),
        leaderId: requireText("leaderId", input.leaderId),
        memberIds: [...new Set(input.memberIds)],
      },
      openedOn,
      openedBy: by,
      ...requireDueDays(
        openedOn,
        input.dueOn ?? dueDate(openedOn, RECTIFICATION_DAYS, calendar).dueOn,
        input.summaryDueOn,
      ),
    };
    await insertTask(tx, evolveTask(null, event), event, at);
    return event.id;
  });
  return getTask(db, id);
}
