import type { OpeningHours } from "@yimen/workdays/openingHours";
import type { Coordinates } from "./coordinates.js";

/** Kinds of place; what a region calls them differs, the kinds do not. */
export const outletKinds = [
  "CENTRE",
  "SUB_CENTRE",
  "STREET_CENTRE",
  "VILLAGE_STATION",
  "AGENT_POINT",
  "PARTNER_OUTLET",
  "SELF_SERVICE_TERMINAL",
] as const;
export type OutletKind = (typeof outletKinds)[number];

/** Whose place a partner outlet is in (R016, R017). */
export const partnerKinds = ["BANK", "POST", "MEDICAL", "MALL", "MARKET", "PARK", "RURAL_ECOMMERCE"] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** 网点: a place where people are served. */
export interface Outlet {
  readonly id: string;
  readonly regionId: string;
  readonly parentId: string | null;
  readonly kind: OutletKind;
  readonly partnerKind: PartnerKind | null;
  readonly name: string;
  readonly nameEn: string;
  /** The street, village or district it stands for; what a network target names. */
  readonly locality: string;
  readonly address: string;
  readonly phone: string;
  /** Where it is; `null` as long as nobody has measured it. */
  readonly coordinates: Coordinates | null;
  readonly hours: OpeningHours;
  readonly hoursText: string;
  readonly hoursTextEn: string;
  /** Lists of matters it takes for any department of its region, such as STREET and VILLAGE_PROXY (R031). */
  readonly lists: readonly string[];
  readonly facilities: readonly string[];
  readonly openedOn: string;
  readonly closedOn: string | null;
  /** Into which it was taken when it was closed (R006); not there for all others. */
  readonly mergedIntoId?: string | null;
}

/** Whether the outlet existed on that office day. */
export const existsOn = ({ openedOn, closedOn }: Outlet, day: string): boolean =>
  openedOn <= day && (closedOn === null || day < closedOn);
