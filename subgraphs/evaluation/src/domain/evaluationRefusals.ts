import { DomainError } from "@yimen/kernel/errors";
import type { EvaluationScope } from "./evaluation.js";
import { rules } from "./rules.js";

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

/** A wrong number, a wrong secret and somebody else's case are refused alike (R211). */
export class NotYourMatter extends DomainError {
  readonly code = "NOT_YOUR_MATTER";
  constructor() {
    super(
      {
        zh: "没有可由您评价的网上办件;请核对办件编号和查询码,或由申请人本人登录后评价。",
        en: "There is no online case here that you may evaluate; check its number and secret, or sign in as its applicant.",
      },
      {},
      rules.oncePerVisit,
    );
  }
}

export class MatterNotFinished extends DomainError {
  readonly code = "MATTER_NOT_FINISHED";
  constructor(caseId: string) {
    super(
      { zh: "该办件尚未办结,办结后即可评价。", en: "This case is not finished; it can be evaluated once it is." },
      { caseId },
    );
  }
}

/** What was handled at a window is evaluated by its visit: one occasion, one evaluation. */
export class MatterNotOnline extends DomainError {
  readonly code = "MATTER_NOT_ONLINE";
  constructor(caseId: string) {
    super(
      {
        zh: "该办件在窗口办理,请按次评价当次办事(一次一评)。",
        en: "This case was handed in at a window; evaluate the visit instead.",
      },
      { caseId },
      rules.oncePerVisit,
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
  constructor(scope: EvaluationScope, subjectId: string) {
    super(
      scope === "VISIT"
        ? {
            zh: "本次办事已经评价过,每次办事只能评价一次。",
            en: "This visit has been evaluated; each visit is evaluated once.",
          }
        : {
            zh: "该办件已经评价过,每件网上办件只能评价一次。",
            en: "This case has been evaluated; each online case is evaluated once.",
          },
      scope === "VISIT" ? { visitId: subjectId } : { caseId: subjectId },
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
