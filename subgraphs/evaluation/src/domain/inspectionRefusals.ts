import { DomainError } from "@yimen/kernel/errors";
import type { Inspection } from "./inspection.js";

export class FindingNotFound extends DomainError {
  readonly code = "FINDING_NOT_FOUND";
  constructor({ id }: Inspection, no: number) {
    super({ zh: "没有这条检查问题。", en: "There is no such finding." }, { inspectionId: id, no });
  }
}

export class FindingAlreadyResolved extends DomainError {
  readonly code = "FINDING_ALREADY_RESOLVED";
  constructor({ id, version }: Inspection, no: number) {
    super({ zh: "该问题已整改完毕。", en: "This finding was resolved before." }, { inspectionId: id, no, version });
  }
}

export class NormCheckedTwice extends DomainError {
  readonly code = "NORM_CHECKED_TWICE";
  constructor({ id }: Inspection, norm: string | null) {
    super(
      {
        zh: "每次检查对每项服务规范核查一次,且至少核查一项。",
        en: "An inspection checks each norm once, and at least one.",
      },
      { inspectionId: id, norm },
    );
  }
}
