import { type Material, missing } from "./material.js";
import { CreditBarred, MaterialsMissing } from "./refusals.js";

/**
 * Whether a case may be accepted with what is there: every required material is present, or it may follow later and
 * the applicant has committed to bring it and is one whose commitment is taken (R060, R087, I-K1).
 *
 * @param barred  whether the applicant's credit bars deferrals
 * @returns the materials that follow later
 * @throws MaterialsMissing, CreditBarred
 */
export function requireComplete(materials: readonly Material[], committed: boolean, barred: boolean): Material[] {
  const absent = missing(materials);
  const blocking = absent.filter((material) => !(material.deferrable && committed));
  if (blocking.length > 0) throw new MaterialsMissing(blocking);
  if (barred && absent.length > 0) throw new CreditBarred(absent);
  return absent;
}
