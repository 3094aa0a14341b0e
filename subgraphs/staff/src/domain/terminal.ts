import type { Outlet } from "./outlet.js";

/** 自助终端机 (R019), 便民充值设备 (R200). */
export const terminalKinds = ["SELF_SERVICE", "TOP_UP"] as const;
export type TerminalKind = (typeof terminalKinds)[number];

/** In whose rooms it stands: a service place of the government's own, or one of the busy places the plan names (R019). */
export const terminalHosts = ["GOVERNMENT", "BANK", "MALL", "SUPERMARKET", "HOSPITAL", "OTHER"] as const;
export type TerminalHost = (typeof terminalHosts)[number];

/** 自助终端: a device that serves without anybody behind it. It stands at an outlet, whose address and hours it has. */
export interface Terminal {
  readonly id: string;
  /** Where it stands. */
  readonly outletId: string;
  /** Whose people look after it. */
  readonly keeperId: string;
  readonly kind: TerminalKind;
  readonly host: TerminalHost;
  readonly name: string;
  readonly nameEn: string;
  /** Where in the building. */
  readonly spot: string;
  /** The matters that can be done at it. */
  readonly matterIds: readonly string[];
  readonly installedOn: string;
  /** The first day on which it is gone. */
  readonly removedOn: string | null;
  /** When it was last heard of; `null` for never. */
  readonly heardAt: Date | null;
  /** When somebody last saw that all of this is so. */
  readonly verifiedAt: Date | null;
  /** Since when an alert stands that the log has told of. */
  readonly alertedAt: Date | null;
}

/** From when silence counts, and how long what was verified holds: a region's, with its period of validity. */
export interface TerminalRule {
  readonly regionId: string;
  /** Opening minutes without a word. */
  readonly offlineMinutes: number;
  /** Days, the one of the verification not counted. */
  readonly verifyDays: number;
  readonly effectiveFrom: string;
  /** Last day of validity. */
  readonly effectiveTo: string | null;
}

/** The rule in force on that day. */
export const ruleOn = (rules: readonly TerminalRule[], day: string): TerminalRule | null =>
  rules.find((rule) => rule.effectiveFrom <= day && (rule.effectiveTo === null || day <= rule.effectiveTo)) ?? null;

export const inUseOn = ({ installedOn, removedOn }: Terminal, day: string): boolean =>
  installedOn <= day && (removedOn === null || day < removedOn);

/** A partner's people and a place without people do not look after it; the outlet above does. */
export const keeperOf = ({ id, kind, parentId }: Outlet): string =>
  (kind === "PARTNER_OUTLET" || kind === "SELF_SERVICE_TERMINAL") && parentId !== null ? parentId : id;
