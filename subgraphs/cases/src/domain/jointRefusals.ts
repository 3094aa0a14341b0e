import { DomainError } from "@yimen/kernel/errors";
import type { Case } from "./case.js";
import type { JointParty } from "./jointHandling.js";
import { plans } from "./plans.js";

const departments = (parties: readonly JointParty[]) =>
  parties.map(({ departmentId, dueOn }) => ({ departmentId, dueOn }));

/** A case has one joint session. */
export class JointAlreadyConvened extends DomainError {
  readonly code = "JOINT_ALREADY_CONVENED";
  constructor({ id }: Case) {
    super(
      {
        zh: "该办件已启动联办;请在原联办中提出意见。",
        en: "This case is handled jointly already; give the opinion there.",
      },
      { caseId: id },
      plans.R123,
    );
  }
}

/** Nobody else is called, somebody twice, or a day is not before the case's. */
export class JointPartiesNotValid extends DomainError {
  readonly code = "JOINT_PARTIES_NOT_VALID";
  constructor({ id, departmentId }: Case, caseDueOn: string) {
    super(
      {
        zh: "联办部门须为一个以上其他部门且不重复,意见期限应在今日至办件期限之间;请核对。",
        en: "Call at least one other department, each once, with a day from today to the day the case is due; check them.",
      },
      { caseId: id, departmentId, caseDueOn },
      plans.R123,
    );
  }
}

/** No joint session has been called for this case. */
export class JointNotConvened extends DomainError {
  readonly code = "JOINT_NOT_CONVENED";
  constructor({ id }: Case) {
    super(
      {
        zh: "该办件未启动联办;请先由承办部门启动。",
        en: "This case is not handled jointly; its department convenes first.",
      },
      { caseId: id },
      plans.R123,
    );
  }
}

/** The department was not called to this session. */
export class NotAParty extends DomainError {
  readonly code = "NOT_A_JOINT_PARTY";
  constructor({ id }: Case) {
    super(
      { zh: "贵部门不是该办件的联办部门。", en: "Your department was not called to this joint session." },
      { caseId: id },
      plans.R123,
    );
  }
}

/** Departments speak through their chief representatives. */
export class ChiefRepresentativeOnly extends DomainError {
  readonly code = "CHIEF_REPRESENTATIVE_ONLY";
  constructor({ id }: Case) {
    super(
      {
        zh: "联办意见由涉及部门首席代表提出;请由本部门首席代表办理。",
        en: "A department's opinion is its chief representative's; let the chief representative give it.",
      },
      { caseId: id },
      plans.R123,
    );
  }
}

/** Not all departments have said what they think. */
export class JointOpinionsMissing extends DomainError {
  readonly code = "JOINT_OPINIONS_MISSING";
  constructor({ id }: Case, missing: readonly JointParty[]) {
    super(
      {
        zh: "尚有联办部门未提出意见,不得作出决定;请待其意见齐全。",
        en: "Not every department called has given its opinion; the case is decided once all have.",
      },
      { caseId: id, missing: departments(missing) },
      plans.R123,
    );
  }
}

/** Nobody oversees the session. */
export class JointNotSupervised extends DomainError {
  readonly code = "JOINT_NOT_SUPERVISED";
  constructor({ id }: Case) {
    super(
      {
        zh: "联办须有审批监管人员在线监管;请监管人员加入后再作决定。",
        en: "A joint case is decided under supervision; let a supervisor join first.",
      },
      { caseId: id },
      plans.R123,
    );
  }
}

/** A department called is against it. */
export class PartyObjects extends DomainError {
  readonly code = "JOINT_PARTY_OBJECTS";
  constructor({ id }: Case, against: readonly JointParty[]) {
    super(
      {
        zh: "联办部门有不同意意见,不得准予;请协商一致或作出不予决定。",
        en: "A department called does not agree, so nothing can be granted; come to an agreement, or deny.",
      },
      { caseId: id, against: departments(against) },
      plans.R123,
    );
  }
}
