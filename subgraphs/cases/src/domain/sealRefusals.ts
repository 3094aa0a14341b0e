import { DomainError } from "@yimen/kernel/errors";
import { plans } from "./plans.js";

/** No department has such a seal. */
export class SealNotFound extends DomainError {
  readonly code = "SEAL_NOT_FOUND";
  constructor(sealId: string) {
    super({ zh: "没有这枚印章;请核对印章编号。", en: "There is no such seal; check its id." }, { sealId });
  }
}

/** The caller has nothing to do with this seal or its alerts. */
export class NotYourSeal extends DomainError {
  readonly code = "NOT_YOUR_SEAL";
  constructor() {
    super(
      {
        zh: "您无权使用、查看该印章的用印记录或处置其预警;请由用印部门或监督人员办理。",
        en: "This seal is not yours to use or to oversee; its department or a supervisor does.",
      },
      {},
      plans.R126,
    );
  }
}

/** The seal is used by who holds the right to it. */
export class SealRightMissing extends DomainError {
  readonly code = "SEAL_RIGHT_MISSING";
  constructor(sealId: string) {
    super(
      {
        zh: "您没有行政审批专用章使用权;请由审批办公室主任或其顶岗人员用印。",
        en: "You do not hold the right to this seal; the approval office's director, or who acts for them, uses it.",
      },
      { sealId },
      plans.R128,
    );
  }
}

/** There is no alert about this use, or it has been closed. */
export class SealAlertNotOpen extends DomainError {
  readonly code = "SEAL_ALERT_NOT_OPEN";
  constructor(sealUseId: string) {
    super(
      {
        zh: "该次用印没有待处置的预警;请核对编号。",
        en: "This use of a seal has no open alert; check its id.",
      },
      { sealUseId },
      plans.R126,
    );
  }
}
