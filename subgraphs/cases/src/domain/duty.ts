import { DomainError } from "@yimen/kernel/errors";
import { WindowTakesNoBundles } from "./bundleRefusals.js";
import { takesBundles } from "./bundleWindow.js";
import { plans } from "./plans.js";

/** What the staff subgraph says of an officer at a window, at one instant. */
export interface DutyFacts {
  readonly staffId: string;
  readonly windowId: string;
  readonly windowName: string;
  readonly windowKind: string;
  readonly windowDepartmentIds: readonly string[];
  readonly outletId: string;
  readonly regionId: string;
  readonly present: boolean;
  /** The post's holder for whom the officer acts as B; `null` in one's own post or without any post there. */
  readonly actingForId: string | null;
  readonly postId: string | null;
  /** The department that sends the officer; `null` for the centre's own staff. */
  readonly homeDepartmentId: string | null;
  readonly certificates: readonly { readonly id: string; readonly departmentId: string }[];
}

/** What the catalogue says of a matter, as far as acceptance goes. */
export interface MatterFacts {
  readonly matterId: string;
  readonly departmentId: string;
  readonly regionId: string;
  readonly presenceMode: "STATIONED" | "ENTRUSTED";
  /** Entrusted, announced and complete; before that the department still accepts itself. */
  readonly entrustmentEffective: boolean;
}

/** The token's outlet is not the window's outlet. */
export class NotYourOutlet extends DomainError {
  readonly code = "NOT_YOUR_OUTLET";
  constructor(outletId: string) {
    super(
      {
        zh: "您的身份属于其他网点,不能在该网点办理;请在登记的大厅窗口办理。",
        en: "You belong to another outlet; act at the window of the outlet you are registered with.",
      },
      { outletId },
      plans.R045,
    );
  }
}

/** The department may not accept what it entrusted to the comprehensive window. */
export class AcceptanceIsExclusive extends DomainError {
  readonly code = "ACCEPTANCE_IS_EXCLUSIVE";
  constructor(matter: MatterFacts) {
    super(
      {
        zh: "该事项已委托综合窗口统一受理,部门不再另行受理;请由综合窗口收件。",
        en: "This matter is entrusted to the comprehensive window, which alone accepts it; hand it in there.",
      },
      { matterId: matter.matterId, departmentId: matter.departmentId },
      plans.R057,
    );
  }
}

/** The window does not serve the matter's department. */
export class WindowDoesNotTakeMatter extends DomainError {
  readonly code = "WINDOW_DOES_NOT_TAKE_MATTER";
  constructor(duty: DutyFacts, matter: MatterFacts) {
    super(
      {
        zh: `${duty.windowName}不受理该部门的事项;请到承办该部门的窗口。`,
        en: "This window does not serve the matter's department; go to the window that does.",
      },
      { windowId: duty.windowId, departmentId: matter.departmentId },
      matter.presenceMode === "ENTRUSTED" ? plans.R055 : plans.R054,
    );
  }
}

/** The officer is not serving the window right now. */
export class NotOnDuty extends DomainError {
  readonly code = "NOT_ON_DUTY";
  constructor(duty: DutyFacts) {
    super(
      {
        zh: "您当前不在该窗口岗位上(未签到、请假或非本岗);请先签到或由在岗人员办理。",
        en: "You are not on duty at this window; sign in first, or let the officer on duty act.",
      },
      { staffId: duty.staffId, windowId: duty.windowId },
      plans.R151,
    );
  }
}

/** The owning department has not examined and certified the officer. */
export class NotCertified extends DomainError {
  readonly code = "NOT_CERTIFIED";
  constructor(duty: DutyFacts, matter: MatterFacts) {
    super(
      {
        zh: "您尚未通过属事单位的业务考核,不能受理该部门事项;请由已考核人员办理。",
        en: "The owning department has not certified you for its matters; let a certified officer accept it.",
      },
      { staffId: duty.staffId, departmentId: matter.departmentId },
      plans.R147,
    );
  }
}

/**
 * Whether this officer may take this matter at this window: own outlet, exclusive acceptance by the comprehensive
 * window once entrusted, a window that serves the department, on duty, certified (R045, R054, R055, R057, R147, I-S6).
 *
 * @returns the certificate relied on; `null` where the department's own staff need none
 * @throws NotYourOutlet, AcceptanceIsExclusive, WindowDoesNotTakeMatter, NotOnDuty, NotCertified
 */
export function requireMayAccept(
  duty: DutyFacts,
  matter: MatterFacts,
  callerOutletId: string | undefined,
): string | null {
  const ofDepartment = duty.homeDepartmentId === matter.departmentId;
  if (matter.entrustmentEffective && (ofDepartment || duty.windowKind !== "COMPREHENSIVE")) {
    throw new AcceptanceIsExclusive(matter);
  }
  if (callerOutletId !== duty.outletId) throw new NotYourOutlet(duty.outletId);
  if (!duty.windowDepartmentIds.includes(matter.departmentId)) throw new WindowDoesNotTakeMatter(duty, matter);
  if (!duty.present || !duty.postId) throw new NotOnDuty(duty);
  if (ofDepartment) return null;
  const certificate = duty.certificates.find(({ departmentId }) => departmentId === matter.departmentId);
  if (!certificate) throw new NotCertified(duty, matter);
  return certificate.id;
}

/**
 * Whether this officer may take a bundle of these matters here: at the one-thing window, which is comprehensive for
 * bundles, or at a comprehensive one, and each of the matters as it would be alone (R071, I-K7).
 *
 * @throws WindowTakesNoBundles, and the refusals of `requireMayAccept`
 */
export function requireMayTakeBundle(
  duty: DutyFacts,
  matters: readonly MatterFacts[],
  callerOutletId: string | undefined,
): void {
  if (!takesBundles(duty.windowKind)) throw new WindowTakesNoBundles(duty);
  for (const matter of matters) requireMayAccept({ ...duty, windowKind: "COMPREHENSIVE" }, matter, callerOutletId);
}
