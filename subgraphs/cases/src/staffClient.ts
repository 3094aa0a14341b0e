import { DomainError } from "@yimen/kernel/errors";
import type { SiblingClient } from "@yimen/kernel/siblingClient";
import type { DutyFacts } from "./domain/duty.js";

/** No such window, or no such officer. */
export class DutyUnknown extends DomainError {
  readonly code = "DUTY_UNKNOWN";
  constructor(windowId: string) {
    super({ zh: "没有这个窗口;请核对窗口编号。", en: "There is no such window; check its id." }, { windowId });
  }
}

/** Whether an approver is there, and for whom. */
export interface ApproverDuty {
  readonly present: boolean;
  readonly actingForId: string | null;
  /** Of the post they act in; `null` for nobody of the department. */
  readonly role: string | null;
}

export interface StaffClient {
  /** @throws DutyUnknown, SiblingUnavailable */
  duty(staffId: string, windowId: string, at: Date): Promise<DutyFacts>;
  /** @throws SiblingUnavailable */
  approverDuty(staffId: string, departmentId: string, at: Date): Promise<ApproverDuty>;
}

const DUTY = /* GraphQL */ `
  query Duty($staffId: ID!, $windowId: ID!, $at: Instant!) {
    duty(staffId: $staffId, windowId: $windowId, at: $at) {
      staffId
      windowId
      windowName
      windowKind
      windowDepartmentIds
      outletId
      regionId
      present
      actingForId
      postId
      homeDepartmentId
      certificates { id departmentId }
    }
  }
`;

const APPROVER = /* GraphQL */ `
  query ApproverDuty($staffId: ID!, $departmentId: ID!, $at: Instant!) {
    approverDuty(staffId: $staffId, departmentId: $departmentId, at: $at) { present actingForId role }
  }
`;

export const createStaffClient = (sibling: SiblingClient): StaffClient => ({
  async duty(staffId, windowId, at) {
    const { duty } = await sibling.query<{ duty: DutyFacts | null }>(DUTY, { staffId, windowId, at });
    if (!duty) throw new DutyUnknown(windowId);
    return duty;
  },
  async approverDuty(staffId, departmentId, at) {
    const answer = await sibling.query<{ approverDuty: ApproverDuty | null }>(APPROVER, { staffId, departmentId, at });
    return answer.approverDuty ?? { present: false, actingForId: null, role: null };
  },
});
