import { DomainError, type Rule } from "@yimen/kernel/errors";
import type { Case } from "./case.js";
import type { Material } from "./material.js";
import { plans } from "./plans.js";

const names = (materials: readonly Material[]) => materials.map(({ name }) => name).join("、");
const listed = (materials: readonly Material[]) =>
  materials.map(({ requirementId, code, name, deferrable }) => ({ requirementId, code, name, deferrable }));

/** A required material is missing and may not, or was not promised to, follow later. */
export class MaterialsMissing extends DomainError {
  readonly code = "MATERIALS_MISSING";
  constructor(materials: readonly Material[]) {
    super(
      {
        zh: `缺少必要材料:${names(materials)};请补齐,或对可容缺的材料由申请人书面承诺后补。`,
        en: "Required materials are missing; hand them in, or have the applicant commit in writing to the deferrable ones.",
      },
      { missing: listed(materials) },
      materials.every(({ deferrable }) => deferrable) ? plans.R060 : plans.R087,
    );
  }
}

/** An applicant whose credit has not been repaired brings everything first. */
export class CreditBarred extends DomainError {
  readonly code = "CREDIT_BARRED";
  constructor(materials: readonly Material[]) {
    super(
      {
        zh: `申请人有未修复的失信记录,不适用容缺受理;请补齐:${names(materials)},或先办理信用修复。`,
        en: "This applicant's credit is not repaired, so nothing may follow later; bring what is missing, or repair the credit first.",
      },
      { missing: listed(materials) },
      plans.R060,
    );
  }
}

/** The checklist of the pinned guide does not ask for this. */
export class MaterialNotOnList extends DomainError {
  readonly code = "MATERIAL_NOT_ON_LIST";
  constructor(requirementIds: readonly string[]) {
    super(
      {
        zh: "该材料不在本事项的最简材料清单内,不得索要或收取;请按清单办理。",
        en: "This material is not on the matter's list and must not be asked for; keep to the list.",
      },
      { requirementIds },
      plans.R038,
    );
  }
}

/** The guide lets no e-licence stand for this paper. */
export class ELicenceNotAccepted extends DomainError {
  readonly code = "E_LICENCE_NOT_ACCEPTED";
  constructor(requirementIds: readonly string[]) {
    super(
      {
        zh: "该材料不能以电子证照代替,或未填写证照编号;请按办事指南提交。",
        en: "No e-licence stands for this paper, or its number is missing; hand in what the guide asks for.",
      },
      { requirementIds },
      plans.R065,
    );
  }
}

/** No material is named where at least one has to be. */
export class MaterialNotNamed extends DomainError {
  readonly code = "MATERIAL_NOT_NAMED";
  constructor() {
    super({ zh: "请至少写明一项材料。", en: "Name at least one material." }, {}, plans.R089);
  }
}

/** The applicant has committed to bring it by a day that has not come. */
export class DeferralRuns extends DomainError {
  readonly code = "DEFERRAL_RUNS";
  constructor(current: Case, materials: readonly Material[]) {
    super(
      {
        zh: `${names(materials)}已容缺受理,补交期限未到,不得要求补正;请待其补交。`,
        en: "This material was deferred and its day has not come; wait for it instead of asking for a correction.",
      },
      { caseId: current.id, dueOn: current.deferral?.dueOn, outstanding: listed(materials) },
      plans.R060,
    );
  }
}

/** A second correction notice names what the first could have named. */
export class NoticeNotComplete extends DomainError {
  readonly code = "CORRECTION_NOTICE_NOT_COMPLETE";
  constructor(requirementIds: readonly string[]) {
    super(
      {
        zh: "补正内容应当一次性告知;再次补正不得新增首次未告知的材料。",
        en: "Everything to correct is told at once; a later notice must not add what the first one left out.",
      },
      { requirementIds },
      plans.R089,
    );
  }
}

/** A refusal, a correction or an extension without an explanation. */
export class ReasonRequired extends DomainError {
  readonly code = "REASON_REQUIRED";
  constructor(rule: Rule = plans.R093) {
    super(
      { zh: "请说明理由:未说明理由不得作出该处理。", en: "Give the reason; without one this cannot be done." },
      {},
      rule,
    );
  }
}

/** Who accepted a case does not decide it. */
export class AcceptorMayNotDecide extends DomainError {
  readonly code = "ACCEPTOR_MAY_NOT_DECIDE";
  constructor(current: Case) {
    super(
      {
        zh: "受审分离:受理人不得作出审批决定;请由属事单位其他审批人员决定。",
        en: "Who accepted a case may not decide it; let another approver of the department decide.",
      },
      { caseId: current.id },
      plans.R085,
    );
  }
}

/** In the single-step mode the officer who accepted is the one who decides. */
export class OnlyAcceptorMayDecide extends DomainError {
  readonly code = "ONLY_ACCEPTOR_MAY_DECIDE";
  constructor(current: Case) {
    super(
      {
        zh: "一环节审批:由受理该件的同一名工作人员作出决定并终身负责。",
        en: "In the single-step mode the officer who accepted the case decides it and answers for it.",
      },
      { caseId: current.id },
      plans.R086,
    );
  }
}

/** What was deferred has not come yet. */
export class DeferralOpen extends DomainError {
  readonly code = "DEFERRAL_OPEN";
  constructor(current: Case, materials: readonly Material[]) {
    super(
      {
        zh: `容缺材料尚未补齐:${names(materials)};补齐后方可出件。`,
        en: "A deferred material is still outstanding; the result is issued once it has come.",
      },
      { caseId: current.id, dueOn: current.deferral?.dueOn, outstanding: listed(materials) },
      plans.R060,
    );
  }
}

/** The limit may be extended once, by at most ten working days (行政许可法 第四十二条). */
export class ExtensionNotAllowed extends DomainError {
  readonly code = "EXTENSION_NOT_ALLOWED";
  constructor(current: Case) {
    super(
      {
        zh: "办理时限只能延长一次,且不超过十个工作日。",
        en: "The limit is extended once, by one to ten working days.",
      },
      { caseId: current.id, extension: current.extension },
    );
  }
}

/** The clock has not come to that. */
export class DeadlineNotReached extends DomainError {
  readonly code = "DEADLINE_NOT_REACHED";
  constructor(current: Case) {
    super(
      { zh: "期限未到,不得自动处理。", en: "The deadline has not passed; nothing happens by itself yet." },
      { caseId: current.id },
      plans.R131,
    );
  }
}

/** The approver has not signed in, is on leave, or holds no post in the department. */
export class DecisionNotOnDuty extends DomainError {
  readonly code = "NOT_ON_DUTY";
  constructor(staffId: string, departmentId: string) {
    super(
      {
        zh: "您当前不在审批岗位上(未签到或请假);请先签到或由在岗审批人员办理。",
        en: "You are not on duty as an approver; sign in first, or let the approver on duty act.",
      },
      { staffId, departmentId },
      plans.R151,
    );
  }
}

/** The cursor was not given out by this log. */
export class CursorNotValid extends DomainError {
  readonly code = "CURSOR_NOT_VALID";
  constructor(cursor: string) {
    super(
      {
        zh: "游标无效;请使用事件中返回的 cursor。",
        en: "This cursor is not one of the log's; use the one an event gave.",
      },
      { cursor },
    );
  }
}

/** The year is not one that could be asked for. */
export class YearNotValid extends DomainError {
  readonly code = "YEAR_NOT_VALID";
  constructor(year: number) {
    super({ zh: "年份应在 2000 至 2100 之间;请核对。", en: "The year is one of 2000 to 2100; check it." }, { year });
  }
}
