import { DomainError } from "@yimen/kernel/errors";
import type { Leave, LeaveStatus } from "./leave.js";
import { plans } from "./plans.js";

export class LeaveTransitionNotAllowed extends DomainError {
  readonly code = "LEAVE_TRANSITION_NOT_ALLOWED";
  constructor(current: Leave, command: string, allowedFrom: readonly LeaveStatus[]) {
    super(
      {
        zh: `该请假当前为 ${current.status},不能执行 ${command}。`,
        en: `Cannot ${command} a leave that is ${current.status}.`,
      },
      { leaveId: current.id, status: current.status, version: current.version, allowedFrom },
      plans.R153,
    );
  }
}

export class LeavePeriodInvalid extends DomainError {
  readonly code = "LEAVE_PERIOD_INVALID";
  constructor() {
    super(
      {
        zh: "请假的结束时间须晚于开始时间,且不超过一年。",
        en: "A leave ends after it begins, and within a year.",
      },
      {},
      plans.R153,
    );
  }
}

export class LeaveReasonRequired extends DomainError {
  readonly code = "LEAVE_REASON_REQUIRED";
  constructor() {
    super({ zh: "请说明理由。", en: "Give the reason." }, {}, plans.R153);
  }
}

/** A leave that has begun is ended (销假), not cancelled; one that has not is cancelled, not ended. */
export class LeaveHasBegun extends DomainError {
  readonly code = "LEAVE_HAS_BEGUN";
  constructor(leave: Leave) {
    super(
      {
        zh: "请假已开始,不能取消;返岗后请办理销假。",
        en: "This leave has begun and cannot be cancelled; end it when you are back.",
      },
      { leaveId: leave.id },
      plans.R153,
    );
  }
}

export class LeaveHasNotBegun extends DomainError {
  readonly code = "LEAVE_HAS_NOT_BEGUN";
  constructor(leave: Leave) {
    super(
      {
        zh: "请假尚未开始,无需销假;如不再需要请取消。",
        en: "This leave has not begun, so it cannot be ended; cancel it instead.",
      },
      { leaveId: leave.id },
      plans.R153,
    );
  }
}

/** Signing in while a leave has not been ended. */
export class LeaveNotEnded extends DomainError {
  readonly code = "LEAVE_NOT_ENDED";
  constructor(leave: Leave) {
    super(
      { zh: "您的请假尚未销假;请先销假再签到。", en: "Your leave has not been ended; end it first, then sign in." },
      { leaveId: leave.id },
      plans.R153,
    );
  }
}
