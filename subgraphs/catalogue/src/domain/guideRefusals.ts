import { DomainError } from "@yimen/kernel/errors";
import type { TimeLimit } from "@yimen/workdays/timeLimit";
import { rules } from "./rules.js";

export type GuidePart = "LEGAL_BASES" | "ACCEPTANCE_CONDITIONS" | "REVIEW_POINTS" | "STEPS";

export class GuideIncomplete extends DomainError {
  readonly code = "GUIDE_INCOMPLETE";
  constructor(matterId: string, missing: readonly GuidePart[]) {
    super(
      {
        zh: `办事指南不完整,缺少:${missing.join("、")}。`,
        en: `The guide is incomplete; missing: ${missing.join(", ")}.`,
      },
      { matterId, missing },
      rules.R027,
    );
  }
}

export class GuideNumberBelowZero extends DomainError {
  readonly code = "GUIDE_NUMBER_BELOW_ZERO";
  constructor(matterId: string) {
    super(
      { zh: "时限、份数和到场次数不得为负。", en: "Limits, numbers of copies and visits cannot be below zero." },
      { matterId },
      rules.R027,
    );
  }
}

export class PromiseAboveStatutory extends DomainError {
  readonly code = "PROMISE_ABOVE_STATUTORY";
  constructor(matterId: string, promised: TimeLimit, statutory: TimeLimit) {
    super(
      {
        zh: "承诺办结时限超过(或不能证明不超过)法定办结时限。",
        en: "The promised limit is not provably within the statutory one.",
      },
      { matterId, promised, statutory },
      rules.R036,
    );
  }
}

export class InstantGuideWaits extends DomainError {
  readonly code = "INSTANT_GUIDE_WAITS";
  constructor(matterId: string) {
    super(
      {
        zh: "即办件应当场办结,不得有特别程序,承诺时限不得超过1个工作日。",
        en: "An instant matter is done at once: no special procedure, and a promise of one working day at most.",
      },
      { matterId },
      rules.R040,
    );
  }
}

export class MaterialCodeRepeated extends DomainError {
  readonly code = "MATERIAL_CODE_REPEATED";
  constructor(matterId: string, materialCode: string) {
    super(
      { zh: `材料编码“${materialCode}”重复。`, en: `Two materials have the code "${materialCode}".` },
      { matterId, materialCode },
      rules.R061,
    );
  }
}

export class MaterialWithoutBasis extends DomainError {
  readonly code = "MATERIAL_WITHOUT_BASIS";
  constructor(matterId: string, materialCode: string, name: string) {
    super(
      { zh: `材料“${name}”没有法定依据,不得要求提交。`, en: `No provision asks for the material "${name}".` },
      { matterId, materialCode },
      rules.R061,
    );
  }
}

export class CancelledProofRequired extends DomainError {
  readonly code = "CANCELLED_PROOF_REQUIRED";
  constructor(matterId: string, materialCode: string, name: string, type: string) {
    super(
      { zh: `“${name}”已列入取消的证明事项清单。`, en: `"${name}" is a proof that has been cancelled.` },
      { matterId, materialCode, type },
      rules.R039,
    );
  }
}

export class DeferralWithoutLimit extends DomainError {
  readonly code = "DEFERRAL_WITHOUT_LIMIT";
  constructor(matterId: string, materialCode: string, name: string) {
    super(
      {
        zh: `材料“${name}”的容缺标识与补交期限不一致:容缺的须写明最长工作日数,不容缺的不得填写。`,
        en: `"${name}": a deferrable material states its longest deferral in working days, any other states none.`,
      },
      { matterId, materialCode },
      rules.R060,
    );
  }
}

/** A field of the form, or a question of the situations, stands twice or names what the guide does not have. */
export class GuideKeyNotValid extends DomainError {
  readonly code = "GUIDE_KEY_NOT_VALID";
  constructor(matterId: string, key: string) {
    super(
      {
        zh: `“${key}”重复、为空,或所指材料不在本指南清单内;请改正后再发布。`,
        en: `"${key}" is empty, stands twice, or names a material that is not on this guide's list; correct it first.`,
      },
      { matterId, key },
      rules.R038,
    );
  }
}
