import type { Caller } from "./caller.js";
import { regionsOverseen } from "./overseer.js";
import { remembered } from "./remembered.js";

const REMEMBERED = 60_000; // 1 minute; outlets come and go seldom

/** Who knows the outlets of a region. */
export interface OutletDirectory {
  /** @throws SiblingUnavailable */
  outletsOf(regionId: string): Promise<readonly string[]>;
}

/**
 * Completes a caller by the outlets of the regions that it oversees, which the token does not list. A token's own word on
 * them is not taken; while nobody can be asked, what the token does say of the caller is all that counts.
 */
export function jurisdictions(directory: OutletDirectory): (caller: Caller) => Promise<Caller> {
  const outletsOf = remembered((regionId) => directory.outletsOf(regionId), { forMs: REMEMBERED });
  return async (caller) => {
    const { overseenOutletIds: unproven, ...claims } = caller.claims;
    const regions = regionsOverseen(caller);
    if (regions.length === 0) return unproven === undefined ? caller : { ...caller, claims };
    const outlets = await Promise.all(regions.map((regionId) => outletsOf(regionId).catch(() => [])));
    return { ...caller, claims: { ...claims, overseenOutletIds: outlets.flat().join(" ") } };
  };
}
