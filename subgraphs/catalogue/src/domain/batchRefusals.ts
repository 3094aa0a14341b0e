import { DomainError } from "@yimen/kernel/errors";
import { rules } from "./rules.js";

/** Powers are delegated by law, in the way the law says. */
export class BatchWithoutBasis extends DomainError {
  readonly code = "BATCH_WITHOUT_BASIS";
  constructor() {
    super(
      { zh: "赋权须写明法律、法规或规章依据。", en: "A delegation names the provision it rests on." },
      {},
      rules.R051,
    );
  }
}

export class BatchWithoutMatters extends DomainError {
  readonly code = "BATCH_WITHOUT_MATTERS";
  constructor() {
    super({ zh: "批次中至少要有一个事项。", en: "A batch has at least one matter." }, {}, rules.R063);
  }
}

export class BatchMatterNotOfRegion extends DomainError {
  readonly code = "BATCH_MATTER_NOT_OF_REGION";
  constructor(regionId: string, matterIds: readonly string[]) {
    super(
      {
        zh: "批次中有不属于本地区的事项;请核对编号。",
        en: "The batch names matters that are not the region's; check their ids.",
      },
      { regionId, matterIds },
      rules.R051,
    );
  }
}

export class BatchMatterNotFree extends DomainError {
  readonly code = "BATCH_MATTER_NOT_FREE";
  constructor(matterIds: readonly string[]) {
    super(
      {
        zh: "事项已在先前批次中;请先移出再列入。",
        en: "These matters stand in an earlier batch; take them out of it first.",
      },
      { matterIds },
      rules.R051,
    );
  }
}

export class MatterNotInBatch extends DomainError {
  readonly code = "MATTER_NOT_IN_BATCH";
  constructor(batchId: string, matterId: string) {
    super(
      {
        zh: "该事项不在该批次中或已移出,且移出须写明理由。",
        en: "The matter does not stand in this batch, or not any more; and taking it out needs a reason.",
      },
      { batchId, matterId },
      rules.R051,
    );
  }
}

/** Lists of the whole region are kept by one office. */
export class CoordinationOfficeOnly extends DomainError {
  readonly code = "COORDINATION_OFFICE_ONLY";
  constructor(rule: (typeof rules)[keyof typeof rules]) {
    super(
      {
        zh: "赋权、上线批次、废止依据和不进驻事项由协调办公布;请联系协调办。",
        en: "Batches, repealed provisions and exemptions from the hall are the coordination office's to publish; ask it.",
      },
      {},
      rule,
    );
  }
}
