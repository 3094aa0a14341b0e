import type { Applicant, ApplicantKind, ShownLicence } from "../domain/applicant.js";
import type { FormAnswer } from "../domain/form.js";
import { Prisma } from "../generated/prisma/client.js";
import type { Db, Tx } from "./db.js";

export interface StoredApplicant extends Applicant {
  readonly caseId: string;
  /** What was filled in on the form; `null` when it was handed in on paper. */
  readonly form: readonly FormAnswer[] | null;
}

export async function findApplicants(db: Db, caseIds: readonly string[]): Promise<StoredApplicant[]> {
  const rows = await db.applicant.findMany({ where: { caseId: { in: [...caseIds] } } });
  return rows.map((row) => ({ ...row, kind: row.kind as ApplicantKind, form: formOf(row.form) }));
}

export async function insertApplicant(
  tx: Tx,
  caseId: string,
  applicant: Applicant,
  form: readonly FormAnswer[] | null = null,
  licences: readonly ShownLicence[] = [],
): Promise<void> {
  const { kind, name, idNumber, phone } = applicant;
  const answers = form === null ? Prisma.DbNull : form.map(({ key, value }) => ({ key, value }));
  const shown = licences.map(({ requirementId, licenceNo }) => ({ requirementId, licenceNo }));
  const eLicences = shown.length === 0 ? Prisma.DbNull : shown;
  await tx.applicant.create({ data: { caseId, kind, name, idNumber, phone, form: answers, eLicences } });
}

const formOf = (json: Prisma.JsonValue): readonly FormAnswer[] | null => json as readonly FormAnswer[] | null;

/** What an applicant filled in on earlier forms, the newest first. */
export async function findEarlierForms(db: Db, applicantId: string, limit: number): Promise<readonly FormAnswer[][]> {
  const rows = await db.case.findMany({
    where: { applicantId, applicant: { form: { not: Prisma.DbNull } } },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    select: { applicant: { select: { form: true } } },
    take: limit,
  });
  return rows.map(({ applicant }) => [...(formOf(applicant?.form ?? null) ?? [])]);
}
