import { DomainError } from "@yimen/kernel/errors";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { rules } from "./rules.js";

/** What was found is being put right already. */
export class RectificationAlreadyOrdered extends DomainError {
  readonly code = "RECTIFICATION_ALREADY_ORDERED";
  constructor(taskId: string) {
    super(
      {
        zh: "该问题已下达整改任务,请在原任务中跟踪督导。",
        en: "This is being put right already; follow the task there is.",
      },
      { taskId },
      rules.problemsRectified,
    );
  }
}

export class DueDayInvalid extends DomainError {
  readonly code = "DUE_DAY_INVALID";
  constructor(openedOn: PlainDate) {
    super(
      {
        zh: "完成期限不得早于下达当日,总结报送期限不得早于完成期限。",
        en: "The day it is due is not before today, and its summary is not due before it.",
      },
      { openedOn },
      rules.problemsRectified,
    );
  }
}

/** @throws DueDayInvalid */
export function requireDueDays(openedOn: PlainDate, dueOn: PlainDate, summaryDueOn: PlainDate | null) {
  if (dueOn < openedOn || (summaryDueOn !== null && summaryDueOn < dueOn)) throw new DueDayInvalid(openedOn);
  return { dueOn, summaryDueOn };
}
