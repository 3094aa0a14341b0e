import { DomainError } from "@yimen/kernel/errors";
import { rules } from "./rules.js";

export class VisitNotFound extends DomainError {
  readonly code = "VISIT_NOT_FOUND";
  constructor(visitId: string) {
    super({ zh: "没有这次办事记录。", en: "There is no such visit." }, { visitId });
  }
}

export class VisitNotEnded extends DomainError {
  readonly code = "VISIT_NOT_ENDED";
  constructor(visitId: string) {
    super(
      { zh: "本次办事尚未结束,结束后即可评价。", en: "This visit has not ended; it can be evaluated once it has." },
      { visitId },
    );
  }
}

export class NotYourVisit extends DomainError {
  readonly code = "NOT_YOUR_VISIT";
  constructor(visitId: string) {
    super(
      { zh: "只有办事人本人可以评价本次办事。", en: "Only the applicant of this visit may evaluate it." },
      { visitId },
      rules.citizensEvaluate,
    );
  }
}

export class StaffMayNotEvaluate extends DomainError {
  readonly code = "STAFF_MAY_NOT_EVALUATE";
  constructor() {
    super(
      { zh: "工作人员不得代替群众评价。", en: "Staff may not evaluate in an applicant's place." },
      {},
      rules.citizensEvaluate,
    );
  }
}

/** Says nothing of the first one but that it exists: it may be anonymous. */
export class EvaluationAlreadyGiven extends DomainError {
  readonly code = "EVALUATION_ALREADY_GIVEN";
  constructor(visitId: string) {
    super(
      {
        zh: "本次办事已经评价过,每次办事只能评价一次。",
        en: "This visit has been evaluated; each visit is evaluated once.",
      },
      { visitId },
      rules.oncePerVisit,
    );
  }
}

export class NoCommentToModerate extends DomainError {
  readonly code = "NO_COMMENT_TO_MODERATE";
  constructor(evaluationId: string) {
    super({ zh: "该评价没有文字内容。", en: "This evaluation has no comment." }, { evaluationId });
  }
}
