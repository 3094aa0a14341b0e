import type { Applicant, ApplicantKind } from "../domain/applicant.js";
import type { Db, Tx } from "./db.js";

export interface StoredApplicant extends Applicant {
  readonly caseId: string;
}

export async function findApplicants(db: Db, caseIds: readonly string[]): Promise<StoredApplicant[]> {
  const rows = await db.applicant.findMany({ where: { caseId: { in: [...caseIds] } } });
  return rows.map((row) => ({ ...row, kind: row.kind as ApplicantKind }));
}

export async function insertApplicant(tx: Tx, caseId: string, applicant: Applicant): Promise<void> {
  const { kind, name, idNumber, phone } = applicant;
  await tx.applicant.create({ data: { caseId, kind, name, idNumber, phone } });
}
