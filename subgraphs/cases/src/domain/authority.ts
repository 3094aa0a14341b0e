import type { Caller } from "@yimen/kernel/caller";
import { DomainError } from "@yimen/kernel/errors";
import { isOverseer, outletsOverseen, regionsOverseen } from "@yimen/kernel/overseer";
import type { Case } from "./case.js";
import { departmentsConcerned } from "./concerned.js";
import { plans } from "./plans.js";

/** The caller may not see this part of the case, or not do this to it. */
export class NotYourCase extends DomainError {
  readonly code = "NOT_YOUR_CASE";
  constructor() {
    super(
      {
        zh: "您无权查看或办理该办件;请以本人、受理窗口或承办部门的身份登录。",
        en: "This case is not yours to see or to act on; come as its applicant, its window or its department.",
      },
      {},
      plans.R130,
    );
  }
}

/** Nobody has signed in, or the caller is of a kind that never does this. */
export class StaffOnly extends DomainError {
  readonly code = "STAFF_ONLY";
  constructor() {
    super({
      zh: "该操作仅限政务服务工作人员;请使用工作人员身份登录。",
      en: "Only service staff may do this; sign in as staff.",
    });
  }
}

type Keyed = Pick<Case, "regionId" | "outletId" | "departmentId" | "confidentiality" | "agentOutletId"> &
  Partial<Pick<Case, "joint" | "referrals">>;

/** The outlets that an overseer oversees: those of its regions, and the one it works at. */
const outletsAnswered = (caller: Caller): readonly string[] => [
  ...new Set([...outletsOverseen(caller), caller.claims.outletId ?? ""].filter(Boolean)),
];

/** Whether an overseer's jurisdiction has that in it: where the matter belongs, or where it was taken. */
const oversees = (caller: Caller, { regionId, outletId }: Pick<Case, "regionId" | "outletId">): boolean =>
  isOverseer(caller) && (regionsOverseen(caller).includes(regionId) || outletsAnswered(caller).includes(outletId));

const isOf = (caller: Caller, claim: string, value: string) => caller.claims[claim] === value;

/** The one who reads: everything, or what the public board shows, or nothing at all. */
export function visibility(caller: Caller, value: Keyed, applicantId: string | null): "FULL" | "PUBLIC" | "NONE" {
  if (mayReadInFull(caller, value, applicantId)) return "FULL";
  return value.confidentiality === "NONE" ? "PUBLIC" : "NONE";
}

/**
 * The applicant, the outlet that took the case or whose agent handed it in, the department that decides it, those called
 * to decide with it (R123), or above to which it was referred (R111), overseers of the region, and siblings (R130). Who works for a department sees what is the
 * department's, also where its back office sits in the outlet that
 * took the case.
 */
function mayReadInFull(caller: Caller, value: Keyed, applicantId: string | null): boolean {
  if (caller.kind === "SERVICE") return true;
  if (caller.kind === "APPLICANT") return applicantId !== null && isOf(caller, "applicantId", applicantId);
  if (caller.kind !== "STAFF") return false;
  if (isOverseer(caller)) return oversees(caller, value);
  return caller.claims.departmentId
    ? [value.departmentId, ...departmentsConcerned(value)].includes(caller.claims.departmentId)
    : isOf(caller, "outletId", value.outletId) || isOf(caller, "outletId", value.agentOutletId ?? "");
}

/** @throws StaffOnly unless a member of staff calls; returns who */
export function requireStaff(caller: Caller): string {
  const { staffId } = caller.claims;
  if (caller.kind !== "STAFF" || !staffId) throw new StaffOnly();
  return staffId;
}

/** Work at the window: the staff of the outlet that took the case. @throws StaffOnly, NotYourCase */
export function requireOutletStaff(caller: Caller, value: Pick<Case, "outletId">): string {
  const staffId = requireStaff(caller);
  if (!isOf(caller, "outletId", value.outletId)) throw new NotYourCase();
  return staffId;
}

const deciders = ["APPROVER", "DIRECTOR", "DEPARTMENT_HEAD"];

/**
 * Work behind the window: the approvers of the department that decides (R055, R079), and of a joint case its chief
 * representative too (R123).
 *
 * @throws StaffOnly, NotYourCase
 */
export function requireDepartmentStaff(
  caller: Caller,
  value: Pick<Case, "departmentId"> & Partial<Pick<Case, "joint">>,
): string {
  const staffId = requireStaff(caller);
  const roles = value.joint ? [...deciders, "CHIEF_REPRESENTATIVE"] : deciders;
  if (!isOf(caller, "departmentId", value.departmentId) || !roles.includes(caller.claims.role ?? "")) {
    throw new NotYourCase();
  }
  return staffId;
}

/** Work for a department, at the window (业务专办员) or behind it (R111). @throws StaffOnly, NotYourCase */
export function requireSpecialist(caller: Caller, departmentId: string): string {
  const staffId = requireStaff(caller);
  if (
    !isOf(caller, "departmentId", departmentId) ||
    ![...deciders, "DEPARTMENT_SPECIALIST"].includes(caller.claims.role ?? "")
  ) {
    throw new NotYourCase();
  }
  return staffId;
}

/** Who presses for a case to be finished: overseers, and the generalists of its outlet. @throws StaffOnly, NotYourToUrge */
export function requireUrger(caller: Caller, value: Pick<Case, "regionId" | "outletId">): string {
  const staffId = requireStaff(caller);
  const { role = "" } = caller.claims;
  const generalist = role === "GENERALIST" && isOf(caller, "outletId", value.outletId);
  if (!generalist && !oversees(caller, value)) throw new NotYourToUrge();
  return staffId;
}

/** Who oversees a case's region or outlet. @throws StaffOnly, NotYourCase */
export function requireOverseer(caller: Caller, value: Pick<Case, "regionId" | "outletId">): string {
  const staffId = requireStaff(caller);
  if (!oversees(caller, value)) throw new NotYourCase();
  return staffId;
}

/** Pressing for a case is the work of those who oversee or assist. */
export class NotYourToUrge extends DomainError {
  readonly code = "NOT_YOURS_TO_URGE";
  constructor() {
    super(
      {
        zh: "督办由本网点全科帮办代办人员、统筹协调人员或监督人员发起;请联系上述人员。",
        en: "A case is pressed for by its outlet's generalists, a coordinator or a supervisor; ask one of them.",
      },
      {},
      plans.R110,
    );
  }
}

/** The field is for the other subgraphs. */
export class ServiceOnly extends DomainError {
  readonly code = "SERVICE_ONLY";
  constructor() {
    super({ zh: "该查询仅供内部服务使用。", en: "This query is for the other services only." });
  }
}

/** @throws ServiceOnly unless a sibling subgraph asks */
export function requireService(caller: Caller): void {
  if (caller.kind !== "SERVICE") throw new ServiceOnly();
}

/** Rows of any of these: of an outlet, a department, an applicant, or of an overseer's jurisdiction. */
export interface OwnRows {
  readonly outletId?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly applicantId?: string | undefined;
  readonly regionIds?: readonly string[];
  readonly outletIds?: readonly string[];
}

export type RowScope = "ALL" | "PUBLIC" | OwnRows;

/** The rows a list may hold for this caller: `visibility` as a condition, so that pages and counts hide what it hides. */
export function rowScope(caller: Caller): RowScope {
  if (caller.kind === "SERVICE") return "ALL";
  const { outletId, departmentId, applicantId } = caller.claims;
  if (caller.kind === "APPLICANT") return { applicantId };
  if (caller.kind !== "STAFF") return "PUBLIC";
  if (isOverseer(caller)) return { regionIds: regionsOverseen(caller), outletIds: outletsAnswered(caller) };
  return departmentId ? { departmentId } : { outletId };
}
