import { randomUUID } from "node:crypto";
import { earlierResult, once } from "@yimen/kernel/idempotency";
import type { BundleForCase, MatterForCase } from "./catalogueClient.js";
import type { Context } from "./context.js";
import { type Applicant, requireApplicant } from "./domain/applicant.js";
import { requireStaff } from "./domain/authority.js";
import { type BundleCase, requireJointLimit } from "./domain/bundleCase.js";
import { MaterialTypeNotInBundle } from "./domain/bundleRefusals.js";
import type { Case, CaseId, Confidentiality } from "./domain/case.js";
import { bundleNumber, caseNumber } from "./domain/caseNumber.js";
import { type DutyFacts, requireMayTakeBundle } from "./domain/duty.js";
import { answersOf, type FormAnswer, mergedFields, requireForm } from "./domain/form.js";
import { openedCase } from "./domain/openedCase.js";
import { askedFor, type SituationAnswer } from "./domain/situation.js";
import { insertApplicant } from "./store/applicantStore.js";
import { getBundleCase, insertBundleCase, type StoredBundleCase } from "./store/bundleCaseStore.js";
import { append, type NewEntry } from "./store/caseLog.js";
import { caseEntry, insertCase, nextCaseNumber } from "./store/caseStore.js";
import type { Tx } from "./store/db.js";
import { visitFor } from "./visitFor.js";

export interface SubmitBundleInput {
  readonly clientMutationId: string;
  readonly windowId: string;
  readonly bundleId: string;
  readonly visitId?: string | null;
  readonly applicant: Applicant & { readonly applicantId?: string | null };
  /** Types of the papers that have been handed in, each once for all matters (一套材料). */
  readonly presentMaterialTypes: readonly string[];
  /** The one form (一表申请); left out when it was handed in on paper. */
  readonly form?: readonly FormAnswer[] | null;
  readonly confidentiality: Confidentiality;
  /** What the applicant answered to the questions of each matter's guide (情形). */
  readonly situations?: readonly { readonly matterId: string; readonly answers: readonly SituationAnswer[] }[];
}

/**
 * Hands in one thing once (一次提交): the parent and exactly one sub-case for each of its matters, all of them or none,
 * in one transaction after everything has been asked of the siblings (R069, I-K12).
 *
 * @throws the refusals of `duty.ts` and `bundleRefusals.ts`, ApplicantNotValid, FormNotValid, BundleNotOffered,
 * MatterNotOffered, VisitNotOpenHere, SiblingUnavailable
 */
export async function submitBundle(context: Context, input: SubmitBundleInput): Promise<StoredBundleCase> {
  const { db, caller, catalogue, staff, clock } = context;
  const staffId = requireStaff(caller);
  requireApplicant(input.applicant);
  const { clientMutationId: key, ...rest } = input;
  const id = randomUUID();
  const request = { caller, mutation: "submitBundle", key, input: rest, resultId: id };
  const earlier = await earlierResult(db, request);
  if (earlier) return getBundleCase(db, earlier);

  const now = clock();
  const [bundle, duty] = await Promise.all([
    catalogue.bundle(input.bundleId),
    staff.duty(staffId, input.windowId, now),
  ]);
  requireMayTakeBundle(duty, bundle.matters, caller.claims.outletId);
  requireJointLimit(bundle.bundleId, bundle.jointLimit);
  requireTypes(bundle, input.presentMaterialTypes);
  if (input.form) requireForm(mergedFields(bundle.matters.map(({ guide }) => guide.formFields)), input.form);

  return getBundleCase(
    db,
    await db.$transaction((tx) => once(tx, request, () => store(tx, input, { id, bundle, duty, now }))),
  );
}

interface Submission {
  readonly id: string;
  readonly bundle: BundleForCase;
  readonly duty: DutyFacts;
  readonly now: Date;
}

async function store(tx: Tx, input: SubmitBundleInput, submission: Submission): Promise<string> {
  const { id, bundle, duty, now } = submission;
  const applicantId = input.applicant.applicantId ?? null;
  const { visit, entries } = await visitFor(tx, { ...input, applicantId }, duty, now);
  const parent: BundleCase = {
    id,
    bundleNo: bundleNumber(bundle.regionId, now, await nextCaseNumber(tx)),
    bundleId: bundle.bundleId,
    regionId: bundle.regionId,
    outletId: duty.outletId,
    windowId: duty.windowId,
    visitId: visit.id,
    applicantId,
    confidentiality: input.confidentiality,
    jointLimit: bundle.jointLimit,
    openedAt: now,
    openedBy: { staffId: duty.staffId, actingForId: duty.actingForId },
    closedAt: null,
    version: 1,
  };
  const submitted = await insertBundleCase(tx, parent);
  const opened: NewEntry[] = [];
  for (const matter of bundle.matters) opened.push(await openSubCase(tx, input, submission, matter, visit.id));
  await append(tx, ...entries, submitted, ...opened);
  return id;
}

async function openSubCase(
  tx: Tx,
  { applicant, confidentiality, presentMaterialTypes, form, situations = [] }: SubmitBundleInput,
  { id, bundle, duty, now }: Submission,
  matter: MatterForCase,
  visitId: string,
): Promise<NewEntry> {
  const { materials, formFields, questions } = matter.guide;
  const situation = situations.find(({ matterId }) => matterId === matter.matterId)?.answers ?? [];
  const asked = askedFor(materials, questions, situation);
  const subCase: Case = openedCase({
    id: randomUUID() as CaseId,
    caseNo: caseNumber(matter.regionId, now, await nextCaseNumber(tx)),
    visitId,
    at: now,
    duty,
    confidentiality,
    matter,
    situation,
    bundle: { caseId: id, jointLimit: bundle.jointLimit },
    presentRequirementIds: asked.filter(({ type }) => presentMaterialTypes.includes(type)).map((line) => line.id),
  });
  await insertCase(tx, subCase, applicant.applicantId ?? null);
  await insertApplicant(tx, subCase.id, applicant, { form: form ? answersOf(formFields, form) : null, situation });
  return caseEntry(null, subCase, { type: "CaseOpened", at: subCase.openedAt, opened: subCase, by: subCase.openedBy });
}

/** Only papers of the one set are taken (R038, R069). @throws MaterialTypeNotInBundle */
function requireTypes({ matters }: BundleForCase, types: readonly string[]): void {
  const known = new Set(matters.flatMap(({ guide }) => guide.materials.map(({ type }) => type)));
  const unknown = types.filter((type) => !known.has(type));
  if (unknown.length > 0) throw new MaterialTypeNotInBundle(unknown);
}
