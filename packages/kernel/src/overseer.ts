import type { Caller } from "./caller.js";

/** Roles that look across outlets and departments of the regions that their token names. */
const overseers: readonly string[] = ["SUPERVISOR", "COORDINATOR"];

export const isOverseer = ({ kind, claims }: Caller): boolean =>
  kind === "STAFF" && overseers.includes(claims.role ?? "");

const names = (claim = ""): readonly string[] => claim.split(" ").filter(Boolean);

/** The regions that the caller oversees; none for everybody else. */
export const regionsOverseen = (caller: Caller): readonly string[] =>
  isOverseer(caller) ? names(caller.claims.regionIds) : [];

/** The outlets of these regions, once the caller is completed by them (`jurisdiction.ts`); none for everybody else. */
export const outletsOverseen = (caller: Caller): readonly string[] =>
  isOverseer(caller) ? names(caller.claims.overseenOutletIds) : [];
