import { randomUUID } from "node:crypto";
import type { HandedIn } from "../domain/handedIn.js";
import type { Db, Tx } from "./db.js";

/** Where a file lies that was handed in online. */
export interface StoredDocument extends HandedIn {
  readonly caseId: string;
  readonly handedInAt: Date;
}

export async function insertDocuments(
  tx: Tx,
  caseId: string,
  materials: readonly HandedIn[],
  handedInAt: Date,
): Promise<void> {
  const data = materials.map(({ requirementId, reference, digest }) => ({
    ...{ id: randomUUID(), caseId, requirementId, reference, digest, handedInAt },
  }));
  if (data.length > 0) await tx.caseDocument.createMany({ data });
}

/** The files of several cases, the earliest first. */
export const findDocuments = (db: Db, caseIds: readonly string[]): Promise<StoredDocument[]> =>
  db.caseDocument.findMany({
    where: { caseId: { in: [...caseIds] } },
    orderBy: [{ handedInAt: "asc" }, { requirementId: "asc" }],
  });
