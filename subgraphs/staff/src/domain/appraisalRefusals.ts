import { DomainError } from "@yimen/kernel/errors";
import type { AppraisingBody } from "./appraiser.js";
import { plans } from "./plans.js";

export class NotAppraiser extends DomainError {
  readonly code = "NOT_APPRAISER";
  constructor(body: AppraisingBody) {
    super(
      {
        zh: "考核由考核主体的负责人办理,不得自评:大厅满半年由中心、乡镇由乡镇、其余由派驻单位。",
        en: "An appraisal is recorded by whoever leads the appraising body, and never of oneself.",
      },
      { body },
      body === "CENTRE" || body === "HOME_UNIT" ? plans.R167 : plans.R168,
    );
  }
}

export class AppraisalAspectsInvalid extends DomainError {
  readonly code = "APPRAISAL_ASPECTS_INVALID";
  constructor() {
    super(
      {
        zh: "考核须对德、能、勤、绩、廉五个方面各评一次,分值为 0 至 100 的整数。",
        en: "An appraisal scores each of the five aspects once, from 0 to 100.",
      },
      {},
      plans.R169,
    );
  }
}

export class AppraisalPeriodInvalid extends DomainError {
  readonly code = "APPRAISAL_PERIOD_INVALID";
  constructor(reason: "NO_SUCH_PERIOD" | "NOT_OVER" | "NOT_ON_POST") {
    super(
      {
        zh: "只能考核已结束、且本人期末在岗的季度或年度。",
        en: "A quarter or year is appraised once it is over, for people who were on post at its end.",
      },
      { reason },
      plans.R169,
    );
  }
}

export class AlreadyAppraised extends DomainError {
  readonly code = "ALREADY_APPRAISED";
  constructor(staffId: string, period: string) {
    super(
      { zh: "该人员本期已考核,每季(年)一次。", en: "This person has been appraised for that period; once is all." },
      { staffId, period },
      plans.R169,
    );
  }
}

export class AppraisalOutOfOrder extends DomainError {
  readonly code = "APPRAISAL_OUT_OF_ORDER";
  constructor(latest: string) {
    super(
      {
        zh: "已有更晚季度的考核,不能再补录之前的季度。",
        en: "A later quarter has been appraised, and what followed from it stands; an earlier one is not added now.",
      },
      { latest },
      plans.R173,
    );
  }
}

export class FollowUpAlreadyDone extends DomainError {
  readonly code = "FOLLOW_UP_ALREADY_DONE";
  constructor(followUpId: string) {
    super({ zh: "该事项已办结。", en: "This has been done already." }, { followUpId }, plans.R172);
  }
}
