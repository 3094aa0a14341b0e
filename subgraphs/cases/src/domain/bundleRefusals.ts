import { DomainError } from "@yimen/kernel/errors";
import type { TimeLimit } from "@yimen/workdays/timeLimit";
import type { DutyFacts } from "./duty.js";
import { plans } from "./plans.js";

/** What the catalogue promises for all of it together is longer than the law lets joint handling take. */
export class JointLimitAboveStatutory extends DomainError {
  readonly code = "JOINT_LIMIT_ABOVE_STATUTORY";
  constructor(bundleId: string, jointLimit: TimeLimit) {
    super(
      {
        zh: "该“一件事”的联办总时限超过法定四十五个工作日,不能受理;请由牵头部门更正目录。",
        en: "The joint limit of this bundle exceeds the 45 working days of the law; its department corrects the catalogue first.",
      },
      { bundleId, jointLimit },
      plans.R069,
    );
  }
}

/** Bundles are handed in at the one-thing window, or at a comprehensive one. */
export class WindowTakesNoBundles extends DomainError {
  readonly code = "WINDOW_TAKES_NO_BUNDLES";
  constructor({ windowId, windowKind }: DutyFacts) {
    super(
      {
        zh: "该窗口不受理“一件事”;请到“一件事”窗口或综合窗口办理。",
        en: "This window takes no bundles; go to the one-thing window or to a comprehensive one.",
      },
      { windowId, windowKind },
      plans.R071,
    );
  }
}

/** None of the outlet's windows can take all of the bundle's matters. */
export class OutletTakesNoBundles extends DomainError {
  readonly code = "OUTLET_TAKES_NO_BUNDLES";
  constructor(outletId: string, bundleId: string) {
    super(
      {
        zh: "该网点没有可一窗受理这个“一件事”全部事项的窗口;请选择其他网点。",
        en: "No window of this outlet takes all matters of this bundle; choose another outlet.",
      },
      { outletId, bundleId },
      plans.R071,
    );
  }
}

/** A sub-case is taken up together with the others of its bundle. */
export class BundleTakenUpTogether extends DomainError {
  readonly code = "BUNDLE_TAKEN_UP_TOGETHER";
  constructor(bundleCaseId: string) {
    super(
      {
        zh: "“一件事”的各事项一并认领;请使用 takeUpBundle。",
        en: "The sub-cases of a bundle are taken up together; use takeUpBundle.",
      },
      { bundleCaseId },
      plans.R069,
    );
  }
}

/** A sub-case is accepted together with the others of its bundle. */
export class BundleAcceptedTogether extends DomainError {
  readonly code = "BUNDLE_ACCEPTED_TOGETHER";
  constructor(bundleCaseId: string) {
    super(
      {
        zh: "“一件事”的各事项一并受理;请使用 acceptBundle。",
        en: "The sub-cases of a bundle are accepted together; use acceptBundle.",
      },
      { bundleCaseId },
      plans.R069,
    );
  }
}

/** None of its sub-cases waits for acceptance. */
export class BundleNotCollected extends DomainError {
  readonly code = "BUNDLE_NOT_COLLECTED";
  constructor(bundleCaseId: string) {
    super(
      {
        zh: "该“一件事”没有待受理的事项;请查看各事项的现状。",
        en: "No sub-case of this bundle waits for acceptance; look at where each of them stands.",
      },
      { bundleCaseId },
      plans.R069,
    );
  }
}

/** No matter of the bundle asks for a paper of this type. */
export class MaterialTypeNotInBundle extends DomainError {
  readonly code = "MATERIAL_TYPE_NOT_IN_BUNDLE";
  constructor(types: readonly string[]) {
    super(
      {
        zh: "该材料不在“一套材料”之内,不得收取;请按合并后的材料清单办理。",
        en: "This paper is not in the bundle's one set and must not be taken; keep to the merged list.",
      },
      { types },
      plans.R069,
    );
  }
}
