import { DomainError } from "@yimen/kernel/errors";
import type { PlainDate } from "@yimen/workdays/plainDate";
import {
  type AccountabilityLevel,
  accountabilityLevels,
  isTaskOverdue,
  type RectificationStatus,
  type RectificationTask,
  type RectificationTaskEvent,
} from "./rectificationTask.js";
import { requireText } from "./requireText.js";
import { rules } from "./rules.js";

interface Act {
  readonly on: PlainDate;
  readonly by: string;
}

export type TaskCommand =
  | (Act & { readonly type: "followUp"; readonly note: string })
  | (Act & { readonly type: "report"; readonly report: string })
  | (Act & { readonly type: "verify"; readonly accepted: boolean; readonly remark: string })
  | (Act & {
      readonly type: "escalate";
      readonly level: AccountabilityLevel;
      readonly reason: string;
      /** Until when it is to be put right now. */
      readonly dueOn: PlainDate;
    })
  | { readonly type: "markOverdue"; readonly on: PlainDate };

/** The state machine: nothing is closed that was not reported, and what is closed stays so. */
export const taskAllowedFrom = {
  followUp: ["OPEN", "REPORTED"],
  report: ["OPEN"],
  verify: ["REPORTED"],
  escalate: ["OPEN", "REPORTED"],
  markOverdue: ["OPEN"],
} as const satisfies Record<TaskCommand["type"], readonly RectificationStatus[]>;

export class RectificationStepNotAllowed extends DomainError {
  readonly code = "RECTIFICATION_STEP_NOT_ALLOWED";
  constructor(current: RectificationTask, command: TaskCommand["type"], allowed: readonly RectificationStatus[]) {
    super(
      {
        zh: "整改任务当前状态不能执行此步骤:先报整改结果,再由他人核验,办结后不再变更。",
        en: "The task is not at this step: a result is reported first, somebody else verifies it, and closed is closed.",
      },
      { id: current.id, command, status: current.status, allowed, version: current.version },
      rules.problemsRectified,
    );
  }
}

export class OwnRectification extends DomainError {
  readonly code = "OWN_RECTIFICATION";
  constructor({ id }: RectificationTask) {
    super(
      {
        zh: "不能核验本人上报或本人所在整改小组的整改结果,请由其他督导人员核验。",
        en: "You cannot verify a result you reported or your own team's; somebody else who supervises does.",
      },
      { id },
      rules.progressSupervised,
    );
  }
}

export class LevelOutOfOrder extends DomainError {
  readonly code = "LEVEL_OUT_OF_ORDER";
  constructor({ id, level }: RectificationTask, wanted: AccountabilityLevel) {
    super(
      {
        zh: "须依次通报、责令整改、问责,不得越级或重复。",
        en: "First a circular, then an order to rectify, then accountability: one step at a time.",
      },
      { id, level, wanted },
      rules.departmentsAccountable,
    );
  }
}

/** @throws RectificationStepNotAllowed, OwnRectification, LevelOutOfOrder, TextMissing */
export function decideTask(current: RectificationTask, command: TaskCommand): RectificationTaskEvent {
  const allowed: readonly RectificationStatus[] = taskAllowedFrom[command.type];
  const late = command.type !== "markOverdue" || (!current.overdueOn && isTaskOverdue(current, command.on));
  if (!allowed.includes(current.status) || !late) throw new RectificationStepNotAllowed(current, command.type, allowed);

  switch (command.type) {
    case "followUp":
      return { ...command, type: "RectificationFollowedUp", note: requireText("note", command.note) };
    case "report":
      return { ...command, type: "RectificationReported", report: requireText("report", command.report) };
    case "verify": {
      const { on, by, accepted, remark } = command;
      const { reportedBy, team } = current;
      if ([reportedBy, team.leaderId, ...team.memberIds].includes(by)) throw new OwnRectification(current);
      if (accepted) return { type: "RectificationTaskClosed", on, by, remark: remark.trim() };
      return { type: "RectificationSentBack", on, by, remark: requireText("remark", remark) };
    }
    case "escalate": {
      const step = accountabilityLevels.indexOf(command.level) - accountabilityLevels.indexOf(current.level);
      if (step !== 1) throw new LevelOutOfOrder(current, command.level);
      return { ...command, type: "RectificationEscalated", reason: requireText("reason", command.reason) };
    }
    case "markOverdue":
      return { type: "RectificationOverdue", on: command.on };
  }
}
