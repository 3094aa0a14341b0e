import { DomainError } from "@yimen/kernel/errors";
import type { Case } from "./case.js";
import { plans } from "./plans.js";

/** An important matter goes up. */
export class ImportantMatterGoesUp extends DomainError {
  readonly code = "IMPORTANT_MATTER_GOES_UP";
  constructor(current: Case) {
    super(
      {
        zh: "重要事项应审核后上报,由部门负责人决定。",
        en: "An important matter is reviewed and reported; the head of the department decides it.",
      },
      { caseId: current.id },
      plans.R128,
    );
  }
}

/** Nobody has reviewed and reported the important matter yet. */
export class ReportMissing extends DomainError {
  readonly code = "REPORT_MISSING";
  constructor(current: Case) {
    super(
      {
        zh: "重要事项尚未审核上报;请先由审批办公室提出审核意见并上报。",
        en: "This important matter has not been reported yet; the approval office reviews and reports it first.",
      },
      { caseId: current.id },
      plans.R128,
    );
  }
}

/** Who reported an important matter does not decide it as well, not even in the head's place. */
export class ReporterMayNotDecide extends DomainError {
  readonly code = "REPORTER_MAY_NOT_DECIDE";
  constructor(current: Case) {
    super(
      {
        zh: "审核上报人不得自行决定该重要事项;请由部门负责人或其他顶岗人员决定。",
        en: "Who reported an important matter does not decide it; the head, or somebody else in the head's place, does.",
      },
      { caseId: current.id },
      plans.R128,
    );
  }
}

/** The matter is an ordinary one. */
export class MatterNotImportant extends DomainError {
  readonly code = "MATTER_NOT_IMPORTANT";
  constructor(current: Case) {
    super(
      {
        zh: "一般申请事项由审批办公室直接决定,无需上报。",
        en: "An ordinary matter is decided by the approval office itself; there is nothing to report.",
      },
      { caseId: current.id },
      plans.R128,
    );
  }
}
