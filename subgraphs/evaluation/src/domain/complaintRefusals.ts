import { DomainError } from "@yimen/kernel/errors";
import type { Complaint, ComplaintStatus } from "./complaint.js";
import { rules } from "./rules.js";

const stateOf = ({ id, status, version }: Complaint) => ({ complaintId: id, status, version });

export class ComplaintStepNotAllowed extends DomainError {
  readonly code = "COMPLAINT_STEP_NOT_ALLOWED";
  constructor(current: Complaint, step: string, allowedFrom: readonly ComplaintStatus[]) {
    super(
      {
        zh: "投诉须依次受理、调查、反馈,现阶段不能进行此操作。",
        en: `Cannot ${step} a complaint that is ${current.status}: it is accepted, investigated, then answered.`,
      },
      { ...stateOf(current), allowedFrom },
      rules.complaintsInvestigated,
    );
  }
}

export class InvolvedInComplaint extends DomainError {
  readonly code = "INVOLVED_IN_COMPLAINT";
  constructor(current: Complaint) {
    super(
      { zh: "被投诉人不得办理该投诉。", en: "The person complained about may not handle the complaint." },
      stateOf(current),
      rules.complaintsInvestigated,
    );
  }
}
