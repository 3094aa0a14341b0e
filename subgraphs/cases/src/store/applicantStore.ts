import type { Agent, Applicant, ApplicantKind, ShownLicence } from "../domain/applicant.js";
import type { FormAnswer } from "../domain/form.js";
import type { SituationAnswer } from "../domain/situation.js";
import { Prisma } from "../generated/prisma/client.js";
import type { Db, Tx } from "./db.js";

export interface StoredApplicant extends Applicant {
  readonly caseId: string;
  /** What was filled in on the form; `null` when it was handed in on paper. */
  readonly form: readonly FormAnswer[] | null;
  /** What was answered about the situation; `null` of cases opened before that was asked. */
  readonly situation: readonly SituationAnswer[] | null;
  /** Who handed it in for the applicant; `null` when nobody did. */
  readonly agent: Agent | null;
}

/** What comes with who applies. */
interface Given {
  readonly form?: readonly FormAnswer[] | null;
  readonly licences?: readonly ShownLicence[];
  readonly situation?: readonly SituationAnswer[];
  readonly agent?: Agent | null;
}

export async function findApplicants(db: Db, caseIds: readonly string[]): Promise<StoredApplicant[]> {
  const rows = await db.applicant.findMany({ where: { caseId: { in: [...caseIds] } } });
  return rows.map((row) => ({
    ...row,
    kind: row.kind as ApplicantKind,
    form: formOf(row.form),
    situation: row.situation as unknown as readonly SituationAnswer[] | null,
    agent: row.agent as unknown as Agent | null,
  }));
}

export async function insertApplicant(
  tx: Tx,
  caseId: string,
  applicant: Applicant,
  { form = null, licences = [], situation = [], agent = null }: Given = {},
): Promise<void> {
  const { kind, name, idNumber, phone } = applicant;
  const answers = form === null ? Prisma.DbNull : form.map(({ key, value }) => ({ key, value }));
  const shown = licences.map(({ requirementId, licenceNo }) => ({ requirementId, licenceNo }));
  const eLicences = shown.length === 0 ? Prisma.DbNull : shown;
  const answered = situation.map(({ question, option }) => ({ question, option }));
  const by = agent ? agentOf(agent) : Prisma.DbNull;
  const beside = { form: answers, eLicences, situation: answered, agent: by };
  await tx.applicant.create({ data: { caseId, kind, name, idNumber, phone, ...beside } });
}

const agentOf = ({ name, idNumber, phone, authorisation }: Agent) => ({
  ...{ name, idNumber, phone },
  authorisation: authorisation && { documentNo: authorisation.documentNo, scope: authorisation.scope },
});

/** Notes the number of one more paper that stands for a material. */
export async function addReference(tx: Tx, caseId: string, { requirementId, licenceNo }: ShownLicence): Promise<void> {
  const shown = JSON.stringify([{ requirementId, licenceNo }]);
  await tx.$executeRaw`
    update "applicant" set "e_licences" = coalesce("e_licences", '[]'::jsonb) || ${shown}::jsonb
    where "case_id" = ${caseId}::uuid`;
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
