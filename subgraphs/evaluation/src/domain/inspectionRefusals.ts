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
