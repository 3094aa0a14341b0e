import { DomainError } from "@yimen/kernel/errors";
import type { Case } from "./case.js";
import { plans } from "./plans.js";

/** Only a matter with that mechanism is looked at before it is accepted. */
export class PreReviewNotOffered extends DomainError {
  readonly code = "PREREVIEW_NOT_OFFERED";
  constructor(current: Case) {
    super(
      {
        zh: "该事项不实行容缺预审;请在受理后接件审查。",
        en: "This matter has no pre-review; pick the case up once it is accepted.",
      },
      { caseId: current.id },
      plans.R042,
    );
  }
}

/** A filing that is complete is recorded: nothing about it is examined, and it is not denied. */
export class FilingIsOnlyRecorded extends DomainError {
  readonly code = "FILING_IS_ONLY_RECORDED";
  constructor(current: Case) {
    super(
      {
        zh: "备案事项材料齐全即予备案,不设特别程序、延期、上报,也不得不予;材料不符的请告知补正。",
        en: "A filing is recorded once it is complete: no special procedure, extension, report or denial; ask for a correction.",
      },
      { caseId: current.id },
      plans.R042,
    );
  }
}
