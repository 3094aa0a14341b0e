import { randomUUID } from "node:crypto";
import { earlierResult, once } from "@yimen/kernel/idempotency";
import type { BundleForCase } from "./catalogueClient.js";
import type { Context } from "./context.js";
import { type Applicant, requireApplicant } from "./domain/applicant.js";
import { requireStaff } from "./domain/authority.js";
import { requireJointLimit } from "./domain/bundleCase.js";
import { MaterialTypeNotInBundle } from "./domain/bundleRefusals.js";
import type { Confidentiality } from "./domain/case.js";
import { type DutyFacts, requireMayTakeBundle } from "./domain/duty.js";
import { type FormAnswer, mergedFields, requireForm } from "./domain/form.js";
import { type MatterSituation, openBundle } from "./openBundle.js";
import { getBundleCase, type StoredBundleCase } from "./store/bundleCaseStore.js";
import { append } from "./store/caseLog.js";
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
  readonly situations?: readonly MatterSituation[];
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
  const { applicant, confidentiality, form = null, situations = [], presentMaterialTypes } = input;
  const applicantId = applicant.applicantId ?? null;
  const { visit, entries } = await visitFor(tx, { ...input, applicantId }, duty, now);
  const opened = await openBundle(tx, {
    ...{
      id,
      bundle,
      receiver: duty,
      visitId: visit.id,
      applicant,
      applicantId,
      form,
      situations,
      confidentiality,
      now,
    },
    set: { papers: presentMaterialTypes, files: [], licences: [] },
  });
  await append(tx, ...entries, ...opened);
  return id;
}

/** Only papers of the one set are taken (R038, R069). @throws MaterialTypeNotInBundle */
function requireTypes({ matters }: BundleForCase, types: readonly string[]): void {
  const known = new Set(matters.flatMap(({ guide }) => guide.materials.map(({ type }) => type)));
  const unknown = types.filter((type) => !known.has(type));
  if (unknown.length > 0) throw new MaterialTypeNotInBundle(unknown);
}
