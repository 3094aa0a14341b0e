import type { Caller } from "@yimen/kernel/caller";
import { DomainError } from "@yimen/kernel/errors";
import { plans } from "./plans.js";

/** Where somebody works: what decides who leads, approves and sees them. */
export interface Workplace {
  readonly staffId: string;
  /** The outlet followed by those above it. */
  readonly outletIds: readonly string[];
  /** The department whose back office it is; `null` in front. */
  readonly backOfficeOf: string | null;
  readonly homeDepartmentId: string | null;
}

export class NotOwnWorkplace extends DomainError {
  readonly code = "NOT_OWN_WORKPLACE";
  constructor(outletId: string) {
    super(
      {
        zh: "只能在本人所在网点为本人签到、签退。",
        en: "You sign in and out for yourself, at your own outlet.",
      },
      { outletId },
      plans.R152,
    );
  }
}

export class NotOwnLeave extends DomainError {
  readonly code = "NOT_OWN_LEAVE";
  constructor() {
    super(
      { zh: "只能办理本人的请假、销假。", en: "You may ask for, end and cancel your own leave only." },
      {},
      plans.R153,
    );
  }
}

export class NotDailyManager extends DomainError {
  readonly code = "NOT_DAILY_MANAGER";
  constructor() {
    super(
      {
        zh: "请假由日常管理负责人审批:窗口人员由中心主任、后台人员由审批办公室主任审批,不得自批。",
        en: "Leave is approved by whoever leads the daily work: the centre's director in front, the department's in its back office; never one's own.",
      },
      {},
      plans.R164,
    );
  }
}

export class NotOwningDepartment extends DomainError {
  readonly code = "NOT_OWNING_DEPARTMENT";
  constructor(departmentId: string) {
    super(
      {
        zh: "上岗考核由属事单位的审批办公室主任或首席代表办理。",
        en: "Only the owning department's director or chief representative certifies for its matters.",
      },
      { departmentId },
      plans.R147,
    );
  }
}

/** @returns the staff member who calls; @throws NotOwnWorkplace */
export function requireOwnWorkplace(caller: Caller, outletId: string): string {
  const { staffId, outletId: own } = caller.claims;
  if (caller.kind !== "STAFF" || !staffId || own !== outletId) throw new NotOwnWorkplace(outletId);
  return staffId;
}

/** @returns the staff member who calls; @throws NotOwnLeave */
export function requireOwnLeave(caller: Caller, staffId: string | undefined): string {
  if (caller.kind !== "STAFF" || !staffId || caller.claims.staffId !== staffId) throw new NotOwnLeave();
  return staffId;
}

/** @returns the staff member who calls; @throws NotDailyManager */
export function requireDailyManager(caller: Caller, workplace: Workplace): string {
  const { staffId } = caller.claims;
  if (!staffId || staffId === workplace.staffId || !leadsDailyWork(caller, workplace)) throw new NotDailyManager();
  return staffId;
}

/** Whether the caller leads the daily work there (R164); the coordination office stands in for either director. */
export function leadsDailyWork({ kind, claims }: Caller, workplace: Workplace): boolean {
  if (kind !== "STAFF" || !claims.outletId || !workplace.outletIds.includes(claims.outletId)) return false;
  if (claims.role === "COORDINATOR") return true;
  return workplace.backOfficeOf === null
    ? claims.role === "CENTRE_DIRECTOR"
    : claims.role === "DIRECTOR" && claims.departmentId === workplace.backOfficeOf;
}

/** @returns the staff member who calls; @throws NotOwningDepartment */
export function requireOwningDepartment({ kind, claims }: Caller, departmentId: string): string {
  const certifies = claims.role === "DIRECTOR" || claims.role === "CHIEF_REPRESENTATIVE";
  if (kind !== "STAFF" || !claims.staffId || !certifies || claims.departmentId !== departmentId) {
    throw new NotOwningDepartment(departmentId);
  }
  return claims.staffId;
}

export class NotOutletKeeper extends DomainError {
  readonly code = "NOT_OUTLET_KEEPER";
  constructor(outletId: string) {
    super(
      {
        zh: "网点信息由该网点或其上级的中心主任、统筹协调人员维护。",
        en: "An outlet's entry is kept by the director or the coordinator of the outlet or of one above it.",
      },
      { outletId },
      plans.R023,
    );
  }
}

/**
 * @param outletIds  the outlet followed by those above it
 * @returns the staff member who calls; @throws NotOutletKeeper
 */
export function requireOutletKeeper({ kind, claims }: Caller, outletId: string, outletIds: readonly string[]): string {
  const keeps = claims.role === "CENTRE_DIRECTOR" || claims.role === "COORDINATOR";
  const there = claims.outletId !== undefined && outletIds.includes(claims.outletId);
  if (kind !== "STAFF" || !claims.staffId || !keeps || !there) throw new NotOutletKeeper(outletId);
  return claims.staffId;
}

export class NotStandardAssessor extends DomainError {
  readonly code = "NOT_STANDARD_ASSESSOR";
  constructor(outletId: string) {
    super(
      {
        zh: "网点标准化评定由上级的监督或统筹协调人员进行。",
        en: "Supervision or the coordination office above the outlet checks it against the standard.",
      },
      { outletId },
      plans.R008,
    );
  }
}

/**
 * @param outletIds  the outlet followed by those above it
 * @returns the staff member who calls; @throws NotStandardAssessor
 */
export function requireStandardAssessor(
  { kind, claims }: Caller,
  outletId: string,
  outletIds: readonly string[],
): string {
  const assesses = claims.role === "SUPERVISOR" || claims.role === "COORDINATOR";
  const there = claims.outletId !== undefined && outletIds.includes(claims.outletId);
  if (kind !== "STAFF" || !claims.staffId || !assesses || !there) throw new NotStandardAssessor(outletId);
  return claims.staffId;
}

export class NotAService extends DomainError {
  readonly code = "NOT_A_SERVICE";
  constructor() {
    super({ zh: "该查询仅供系统内部服务使用。", en: "Only the system's own services may ask this." }, {}, plans.R119);
  }
}

/** @throws NotAService */
export function requireService({ kind }: Caller): void {
  if (kind !== "SERVICE") throw new NotAService();
}
