import { DomainError } from "@yimen/kernel/errors";
import type { Material } from "./material.js";
import { plans } from "./plans.js";

/** The catalogue does not let the matter be handed in online. */
export class MatterNotHandledOnline extends DomainError {
  readonly code = "MATTER_NOT_HANDLED_ONLINE";
  constructor(matterId: string) {
    super(
      {
        zh: "该事项尚不能网上申办;请到办事指南所列网点办理。",
        en: "This matter cannot be handed in online yet; go to one of the outlets its guide names.",
      },
      { matterId },
      plans.R064,
    );
  }
}

/** The outlet does not take the matter. */
export class OutletDoesNotTakeMatter extends DomainError {
  readonly code = "OUTLET_DOES_NOT_TAKE_MATTER";
  constructor(outletId: string, matterId: string) {
    super(
      {
        zh: "该网点不受理此事项;请从事项的可受理网点中选择。",
        en: "This outlet does not take the matter; choose one of the outlets that do.",
      },
      { outletId, matterId },
      plans.R064,
    );
  }
}

/** Neither the applicant nor an agent whom the applicant has authorised. */
export class ApplicantOrAgentOnly extends DomainError {
  readonly code = "APPLICANT_OR_AGENT_ONLY";
  constructor() {
    super(
      {
        zh: "网上申办由申请人本人登录提交,或由代办人员凭登记的委托提交;请先登录或登记代办申请。",
        en: "The applicant hands in online, or an agent on a recorded proxy request; sign in, or record the request first.",
      },
      {},
      plans.R112,
    );
  }
}

/** A bundle is handed in online by whoever applies: an agent's request is about one matter. */
export class ApplicantOnly extends DomainError {
  readonly code = "APPLICANT_ONLY";
  constructor() {
    super(
      {
        zh: "“一件事”网上申办由申请人本人登录提交;请先登录,或到窗口办理。",
        en: "The applicant hands in a bundle online; sign in first, or hand it in at a window.",
      },
      {},
      plans.R064,
    );
  }
}

/** The case was handed in at a window, or is at that window already. */
export class NotHandedInOnline extends DomainError {
  readonly code = "NOT_HANDED_IN_ONLINE";
  constructor(caseId: string) {
    super(
      {
        zh: "该办件不是网上申办,或已由本窗口认领;请在受理窗口办理。",
        en: "This case was not handed in online, or this window has it already; go on at its window.",
      },
      { caseId },
      plans.R064,
    );
  }
}

/** No window has the case yet. */
export class NotTakenUp extends DomainError {
  readonly code = "CASE_NOT_TAKEN_UP";
  constructor(caseId: string) {
    super(
      {
        zh: "该网上申请尚未由窗口认领;请先在本窗口认领。",
        en: "No window has taken up this online case; take it up at your window first.",
      },
      { caseId },
      plans.R064,
    );
  }
}

/** The material is there, and nobody has asked for another. */
export class MaterialNotAwaited extends DomainError {
  readonly code = "MATERIAL_NOT_AWAITED";
  constructor(materials: readonly Material[]) {
    super(
      {
        zh: `${materials.map(({ name }) => name).join("、")}已提交且未要求补正;请待窗口告知。`,
        en: "This material has been handed in and nobody asks for another; wait until the window does.",
      },
      { requirementIds: materials.map(({ requirementId }) => requirementId) },
      plans.R089,
    );
  }
}

/** Not everything that was asked for has been put right. */
export class CorrectionNotComplete extends DomainError {
  readonly code = "CORRECTION_NOT_COMPLETE";
  constructor(materials: readonly Material[]) {
    super(
      {
        zh: `补正尚缺:${materials.map(({ name }) => name).join("、")};请一次补齐。`,
        en: "Not everything that was asked for is there; hand in all of it at once.",
      },
      { requirementIds: materials.map(({ requirementId }) => requirementId) },
      plans.R089,
    );
  }
}
