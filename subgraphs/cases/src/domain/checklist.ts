import { type Material, missing } from "./material.js";
import { MaterialsMissing } from "./refusals.js";

/**
 * Whether a case may be accepted with what is there: every required material is present, or it may follow later and
 * the applicant has committed to bring it (R060, R087, I-K1).
 *
 * @returns the materials that follow later
 * @throws MaterialsMissing
 */
export function requireComplete(materials: readonly Material[], committed: boolean): Material[] {
  const absent = missing(materials);
  const blocking = absent.filter((material) => !(material.deferrable && committed));
  if (blocking.length > 0) throw new MaterialsMissing(blocking);
  return absent;
}
