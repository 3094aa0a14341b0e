import type { Caller } from "@yimen/kernel/caller";
import { addMonths, parsePlainDate } from "@yimen/workdays/plainDate";
import { NotAppraiser } from "./appraisalRefusals.js";
import type { OutletKind } from "./outlet.js";
import type { Station } from "./station.js";

/** Who appraises: the centre, the town, the home unit, or town and home unit jointly (R167, R168). */
export const appraisingBodies = ["CENTRE", "TOWN", "HOME_UNIT", "TOWN_AND_HOME_UNIT"] as const;
export type AppraisingBody = (typeof appraisingBodies)[number];

/** Who somebody is to those who appraise. */
export interface Appraisee {
  readonly staffId: string;
  /** `null` for a centre's or a town's own people: their outlet is their home unit. */
  readonly homeDepartmentId: string | null;
  /** 公安派驻: sent by the police. */
  readonly police: boolean;
}

const MONTHS_IN_HALL = 6;

/**
 * Who appraises somebody stationed there: a total function of the kind of place (I-S10). A hall's centre after six
 * calendar months, the home unit before; the town its own people and its villages' agents, police jointly with their
 * home unit. Points and terminals are guided by the centre above them, which appraises too.
 *
 * @param day  the last day of the period appraised
 */
export function appraisingBodyOf({ police }: Appraisee, station: Station, day: string): AppraisingBody {
  const body: Record<OutletKind, AppraisingBody> = {
    CENTRE: settledInHall(station, day) ? "CENTRE" : "HOME_UNIT",
    SUB_CENTRE: settledInHall(station, day) ? "CENTRE" : "HOME_UNIT",
    STREET_CENTRE: police ? "TOWN_AND_HOME_UNIT" : "TOWN",
    VILLAGE_STATION: "TOWN",
    AGENT_POINT: "CENTRE",
    PARTNER_OUTLET: "CENTRE",
    SELF_SERVICE_TERMINAL: "CENTRE",
  };
  return body[station.kind];
}

const settledInHall = ({ inHallSince }: Station, day: string): boolean =>
  inHallSince !== null && addMonths(parsePlainDate(inHallSince), MONTHS_IN_HALL) <= day;

/**
 * Whether the caller speaks for the body: a director of the place or above it, or the home department's; the
 * coordination office stands in for any. Nobody appraises themselves.
 *
 * @param outletIds  the person's outlet followed by those above it
 */
export function speaksFor(
  { kind, claims }: Caller,
  body: AppraisingBody,
  { staffId, homeDepartmentId }: Appraisee,
  outletIds: readonly string[],
): boolean {
  if (kind !== "STAFF" || !claims.staffId || claims.staffId === staffId) return false;
  const above = !!claims.outletId && outletIds.includes(claims.outletId);
  if (claims.role === "COORDINATOR") return above;
  const ofDepartment = claims.role === "DIRECTOR" && claims.departmentId === homeDepartmentId;
  const ofPlace = claims.role === "CENTRE_DIRECTOR" && above;
  if (body === "CENTRE" || body === "TOWN") return ofPlace;
  if (homeDepartmentId === null) return ofPlace;
  return ofDepartment || (body === "TOWN_AND_HOME_UNIT" && ofPlace);
}

/** @returns the staff member who calls; @throws NotAppraiser */
export function requireAppraiser(
  caller: Caller,
  body: AppraisingBody,
  appraisee: Appraisee,
  outletIds: readonly string[],
): string {
  if (!speaksFor(caller, body, appraisee, outletIds)) throw new NotAppraiser(body);
  return caller.claims.staffId as string;
}
