import { DomainError } from "@yimen/kernel/errors";
import type { DutyFacts } from "./duty.js";
import { plans } from "./plans.js";

/** What a window asks a department, which answers at once or sends somebody (R084). */
export interface SupportRequest {
  readonly id: string;
  readonly outletId: string;
  readonly windowId: string;
  readonly departmentId: string;
  readonly question: string;
  readonly askedAt: Date;
  readonly askedById: string;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly answeredById: string | null;
}

/** Whole minutes from the question to the answer; `null` while there is none. */
export const responseMinutes = ({ askedAt, answeredAt }: SupportRequest): number | null =>
  answeredAt && Math.floor((answeredAt.getTime() - askedAt.getTime()) / 60_000);

/** The window takes no matters of this department. */
export class DepartmentNotOfWindow extends DomainError {
  readonly code = "DEPARTMENT_NOT_OF_WINDOW";
  constructor({ windowId, windowDepartmentIds }: DutyFacts) {
    super(
      {
        zh: "该部门的事项不在本窗口受理;请选择本窗口所涉部门。",
        en: "This window takes no matters of that department; ask one of the window's own.",
      },
      { windowId, departmentIds: windowDepartmentIds },
      plans.R084,
    );
  }
}

/** There is no such request, or it has been answered. */
export class SupportRequestNotOpen extends DomainError {
  readonly code = "SUPPORT_REQUEST_NOT_OPEN";
  constructor(requestId: string) {
    super(
      { zh: "没有这条待答复的支援请求;请核对编号。", en: "There is no such open request; check its id." },
      { requestId },
      plans.R084,
    );
  }
}
