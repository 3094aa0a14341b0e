import { randomUUID } from "node:crypto";
import { earlierResult, once } from "@yimen/kernel/idempotency";
import type { BundleForCase } from "./catalogueClient.js";
import type { Context } from "./context.js";
import { type Applicant, requireApplicant, requireLicenceNumbers } from "./domain/applicant.js";
import { requireJointLimit } from "./domain/bundleCase.js";
import { requireTakesBundle } from "./domain/bundleWindow.js";
import { type FormAnswer, mergedFields, requireForm } from "./domain/form.js";
import { requireDocuments } from "./domain/handedIn.js";
import { type OneSet, requireInSet, shareOf, type TypedFile, type TypedLicence } from "./domain/oneSet.js";
import { requireHandledOnline } from "./domain/online.js";
import { ApplicantOnly, OutletDoesNotTakeMatter } from "./domain/onlineRefusals.js";
import { linesOf, type MatterSituation, openBundle } from "./openBundle.js";
import { getBundleCase, type StoredBundleCase } from "./store/bundleCaseStore.js";
import { append } from "./store/caseLog.js";

export interface HandInBundleOnlineInput {
  readonly clientMutationId: string;
  readonly bundleId: string;
  /** One of the outlets that take all of its matters at one window: its windows pre-review it. */
  readonly outletId: string;
  readonly applicant: Applicant;
  /** What the applicant answered to the questions of each matter's guide (情形). */
  readonly situations: readonly MatterSituation[];
  /** The one set of materials (一套材料): each file once for all matters. */
  readonly materials: readonly TypedFile[];
  readonly eLicences: readonly TypedLicence[];
  /** The one form (一表申请). */
  readonly form: readonly FormAnswer[];
  /** The applicant commits in writing to bring what may follow later (容缺). */
  readonly committed: boolean;
}

/**
 * Hands in one thing once without coming (R064, R069): the parent and exactly one sub-case for each of its matters, all of
 * them or none (I-K12). It waits for a window of the outlet to take up all of it; what is missing is told at once.
 *
 * @throws ApplicantOnly, ApplicantNotValid, BundleNotOffered, MatterNotOffered, MatterNotHandledOnline,
 * JointLimitAboveStatutory, OutletDoesNotTakeMatter, OutletTakesNoBundles, FormNotValid, SituationNotClear,
 * MaterialTypeNotInBundle, ELicenceNotAccepted, DocumentNotValid, MaterialsMissing, SiblingUnavailable
 */
export async function handInBundleOnline(context: Context, input: HandInBundleOnlineInput): Promise<StoredBundleCase> {
  const { db, caller, catalogue, clock } = context;
  const { applicantId } = caller.claims;
  if (caller.kind !== "APPLICANT" || !applicantId) throw new ApplicantOnly();
  requireApplicant(input.applicant);
  const { clientMutationId: key, ...rest } = input;
  const id = randomUUID();
  const request = { caller, mutation: "handInBundleOnline", key, input: rest, resultId: id };
  const earlier = await earlierResult(db, request);
  if (earlier) return getBundleCase(db, earlier);

  const bundle = await catalogue.bundle(input.bundleId);
  for (const matter of bundle.matters) requireHandledOnline(matter);
  requireJointLimit(bundle.bundleId, bundle.jointLimit);
  await requireTaken(context, bundle, input.outletId);
  const { applicant, situations, form, committed } = input;
  requireForm(mergedFields(bundle.matters.map(({ guide }) => guide.formFields)), form);
  const set: OneSet = { papers: [], files: input.materials, licences: input.eLicences };
  requireSet(bundle, situations, set);

  const stored = await db.$transaction((tx) =>
    once(tx, request, async () => {
      const entries = await openBundle(tx, {
        ...{ id, bundle, visitId: null, online: { committed }, applicant, applicantId, form, situations, set },
        receiver: { outletId: input.outletId, windowId: null, staffId: null, actingForId: null },
        confidentiality: "NONE",
        now: clock(),
      });
      await append(tx, ...entries);
      return id;
    }),
  );
  return getBundleCase(db, stored);
}

/** @throws OutletDoesNotTakeMatter, OutletTakesNoBundles */
async function requireTaken({ staff }: Context, { bundleId, matters }: BundleForCase, outletId: string): Promise<void> {
  const [windows, ...taking] = await Promise.all([
    staff.windowsOf(outletId),
    ...matters.map((matter) => staff.outletsTaking(matter)),
  ]);
  const refused = matters.find((_, index) => !taking[index]?.includes(outletId));
  if (refused) throw new OutletDoesNotTakeMatter(outletId, refused.matterId);
  requireTakesBundle({ outletId, windows }, { bundleId, matters });
}

/** @throws SituationNotClear, MaterialTypeNotInBundle, ELicenceNotAccepted, DocumentNotValid */
function requireSet({ matters }: BundleForCase, situations: readonly MatterSituation[], set: OneSet): void {
  const asked = matters.map((matter) => linesOf(matter, situations));
  requireInSet(asked.flat(), set);
  for (const lines of asked) {
    const { documents, licences } = shareOf(lines, set);
    requireDocuments(documents);
    requireLicenceNumbers(licences);
  }
}
