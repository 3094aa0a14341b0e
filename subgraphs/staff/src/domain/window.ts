export const windowKinds = ["COMPREHENSIVE", "DEPARTMENT", "GENERALIST", "ONE_THING", "GREEN_LANE"] as const;
export type WindowKind = (typeof windowKinds)[number];

/** STATIONED 派驻: the department's people sit there. ENTRUSTED 委托: its matters are there, its people are not (R054–R056). */
export const presenceModes = ["STATIONED", "ENTRUSTED"] as const;
export type PresenceMode = (typeof presenceModes)[number];

/** One department at a window. */
export interface WindowDepartment {
  readonly windowId: string;
  readonly departmentId: string;
  readonly mode: PresenceMode;
}

/** 窗口. A comprehensive one takes the matters of several departments (R076–R078). */
export interface Window {
  readonly id: string;
  readonly outletId: string;
  readonly kind: WindowKind;
  readonly name: string;
  readonly nameEn: string;
  readonly zone: string | null;
}
