import { DomainError } from "@yimen/kernel/errors";
import { plans } from "./plans.js";

/** There is no such request for this caller, it has ended, or it is about another matter. */
export class ProxyRequestNotOpen extends DomainError {
  readonly code = "PROXY_REQUEST_NOT_OPEN";
  constructor(proxyRequestId: string) {
    super(
      {
        zh: "没有这条可办理的帮办代办申请,或事项不符;请核对编号。",
        en: "There is no such open request for this matter; check its id.",
      },
      { proxyRequestId },
      plans.R120,
    );
  }
}

/** Somebody else changed the request after it was read. */
export class ProxyRequestChangedMeanwhile extends DomainError {
  readonly code = "PROXY_REQUEST_CHANGED_MEANWHILE";
  constructor(proxyRequestId: string) {
    super(
      {
        zh: "该帮办代办申请已被他人更新;请按最新状态核对后再试。",
        en: "Someone else changed this request; look at its present state and try again.",
      },
      { proxyRequestId },
    );
  }
}

/** A request is passed to another outlet of the network, with the reason. */
export class HandoverNotPossible extends DomainError {
  readonly code = "HANDOVER_NOT_POSSIBLE";
  constructor(proxyRequestId: string) {
    super(
      {
        zh: "移交须指定网络内的另一网点并说明理由;请核对。",
        en: "A request is passed to another outlet of the network, with the reason; check both.",
      },
      { proxyRequestId },
      plans.R003,
    );
  }
}

/** Nobody acts for somebody else without their authorisation. */
export class AuthorisationMissing extends DomainError {
  readonly code = "AUTHORISATION_MISSING";
  constructor(proxyRequestId?: string) {
    super(
      {
        zh: "代为提交须有申请人的书面委托;请先登记委托书。",
        en: "Who represents somebody needs their written authorisation; record it first.",
      },
      { proxyRequestId },
      plans.R112,
    );
  }
}

/** The result is told to the applicant before the request ends. */
export class ResultNotToldYet extends DomainError {
  readonly code = "RESULT_NOT_TOLD_YET";
  constructor(proxyRequestId: string) {
    super(
      {
        zh: "办结须写明办理结果及反馈方式;请先反馈申请人。",
        en: "A request ends with its result and how it was told; tell the applicant first.",
      },
      { proxyRequestId },
      plans.R120,
    );
  }
}

/** Home visits and representation cost nothing. */
export class ServiceIsFree extends DomainError {
  readonly code = "SERVICE_IS_FREE";
  constructor(fee: number) {
    super(
      { zh: "上门服务和帮办代办一律免费,不得收费。", en: "Home visits and representation are free; no fee is taken." },
      { fee },
      plans.R101,
    );
  }
}

/** The village's list does not have the matter. */
export class MatterNotOnProxyList extends DomainError {
  readonly code = "MATTER_NOT_ON_PROXY_LIST";
  constructor(matterId: string) {
    super(
      {
        zh: "该事项不在村(社区)代办事项清单内;请引导到上一级网点办理。",
        en: "The village's proxy list does not have this matter; guide the applicant to the outlet above.",
      },
      { matterId },
      plans.R120,
    );
  }
}
