import { DomainError } from "@yimen/kernel/errors";
import type { BadReview, BadReviewStatus } from "./badReview.js";
import { statusWords, stepWords } from "./badReviewWords.js";
import type { BadReviewCommand } from "./decideBadReview.js";
import { rules } from "./rules.js";

const stateOf = ({ id, status, version }: BadReview) => ({ badReviewId: id, status, version });

export class BadReviewStepNotAllowed extends DomainError {
  readonly code = "BAD_REVIEW_STEP_NOT_ALLOWED";
  constructor(current: BadReview, step: BadReviewCommand["type"], allowedFrom: readonly BadReviewStatus[]) {
    super(
      {
        zh: `差评处于“${statusWords[current.status]}”,不能进行“${stepWords[step]}”。`,
        en: `Cannot ${step} a bad review that is ${current.status}.`,
      },
      { ...stateOf(current), allowedFrom },
      rules.closedLoop,
    );
  }
}

export class ReturnVisitFirst extends DomainError {
  readonly code = "RETURN_VISIT_FIRST";
  constructor(current: BadReview) {
    super(
      { zh: "实名差评须先回访核实。", en: "A real-name bad review needs a return visit first." },
      stateOf(current),
      rules.realNameReturnVisit,
    );
  }
}

/** Nobody verifies his own rectification or reviews his own appeal. */
export class NotByTheSamePerson extends DomainError {
  readonly code = "NOT_BY_THE_SAME_PERSON";
  constructor(current: BadReview, step: string) {
    super(
      { zh: "整改与复核、申诉与审核不得为同一人。", en: "Somebody else must check what you did." },
      { ...stateOf(current), step },
      rules.closedLoop,
    );
  }
}

export class AppealedOnce extends DomainError {
  readonly code = "ALREADY_APPEALED";
  constructor(current: BadReview) {
    super({ zh: "该差评已申诉过,不得重复申诉。", en: "This bad review was appealed before." }, stateOf(current));
  }
}

export class BadReviewNotOverdue extends DomainError {
  readonly code = "BAD_REVIEW_NOT_OVERDUE";
  constructor(current: BadReview) {
    super({ zh: "未超期或已升级督办。", en: "Not overdue, or escalated before." }, stateOf(current));
  }
}
