import { columnOf, dayOf } from "@yimen/workdays/dateColumn";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Db, Tx } from "./db.js";

/** A proof that nobody in the region may ask for any more (R039). */
export interface CancelledProof {
  readonly regionId: string;
  /** The material type it has in guides. */
  readonly type: string;
  readonly name: string;
  readonly cancelledOn: PlainDate;
  readonly source: string;
}

export async function findCancelledProofs(db: Db | Tx, regionId: string): Promise<CancelledProof[]> {
  const rows = await db.cancelledProof.findMany({ where: { regionId }, orderBy: { type: "asc" } });
  return rows.map((row) => ({ ...row, cancelledOn: dayOf(row.cancelledOn) }));
}

export async function insertCancelledProofs(tx: Tx, proofs: readonly CancelledProof[]): Promise<void> {
  await tx.cancelledProof.createMany({
    data: proofs.map((proof) => ({ ...proof, cancelledOn: columnOf(proof.cancelledOn) })),
  });
}
