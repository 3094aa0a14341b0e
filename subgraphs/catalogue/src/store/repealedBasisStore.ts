import { DomainError } from "@yimen/kernel/errors";
import { columnOf, dayOf } from "@yimen/workdays/dateColumn";
import type { RepealedBasis } from "../domain/legalBasis.js";
import { rules } from "../domain/rules.js";
import type { Db, Tx } from "./db.js";

/** A provision is repealed once. */
export class BasisAlreadyRepealed extends DomainError {
  readonly code = "BASIS_ALREADY_REPEALED";
  constructor({ basis, repealedOn }: RepealedBasis) {
    super(
      { zh: "该依据已登记废止。", en: "That this provision was repealed is known already." },
      { basis, repealedOn },
      rules.R051,
    );
  }
}

/** What these regions know to be repealed, oldest first. */
export async function findRepealedBases(db: Db | Tx, regionIds: readonly string[]): Promise<RepealedBasis[]> {
  const where = { regionId: { in: [...regionIds] } };
  const rows = await db.repealedBasis.findMany({ where, orderBy: [{ repealedOn: "asc" }, { basis: "asc" }] });
  return rows.map((row) => ({ ...row, repealedOn: dayOf(row.repealedOn) }));
}

/** @throws BasisAlreadyRepealed */
export async function insertRepealedBasis(tx: Tx, repealed: RepealedBasis): Promise<void> {
  const data = { ...repealed, repealedOn: columnOf(repealed.repealedOn) };
  const { count } = await tx.repealedBasis.createMany({ data: [data], skipDuplicates: true });
  if (count > 0) return;
  const known = (await findRepealedBases(tx, [repealed.regionId])).find(({ basis }) => basis === repealed.basis);
  throw new BasisAlreadyRepealed(known ?? repealed);
}
