import type { Context } from "./context.js";
import { checkRepeal, type RepealedBasis } from "./domain/legalBasis.js";
import { checkOffice } from "./domain/maintenance.js";
import { rules } from "./domain/rules.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { append } from "./store/catalogueLog.js";
import { findRepealedBases, insertRepealedBasis } from "./store/repealedBasisStore.js";

export interface RepealBasisInput extends MutationInput, RepealedBasis {}

/**
 * Notes that a provision was repealed: from its day on, every guide and delegation that rests on it is flagged (R051).
 * Nothing is changed by itself; the departments put it right.
 *
 * @returns all that the region knows to be repealed
 * @throws CoordinationOfficeOnly, RepealNotNamed, BasisAlreadyRepealed
 */
export async function repealBasis(context: Context, input: RepealBasisInput): Promise<RepealedBasis[]> {
  const { caller, clock, db } = context;
  checkOffice(caller, rules.R051);
  const { regionId, basis, repealedOn, source } = input;
  const repealed = { regionId, basis: basis.trim(), repealedOn, source };
  checkRepeal(repealed);
  await runOnce(context, "repealLegalBasis", input, async (tx) => {
    await insertRepealedBasis(tx, repealed);
    await append(
      tx,
      { stream: "BASIS", id: `${regionId}:${repealed.basis}`, version: 1, regionId, departmentId: "" },
      { type: "LegalBasisRepealed", basis: repealed.basis, repealedOn, by: caller.subject ?? "" },
      clock(),
    );
    return repealed.basis;
  });
  return findRepealedBases(db, [regionId]);
}
