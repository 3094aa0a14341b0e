import { randomUUID } from "node:crypto";
import type { BundleForCase, MatterForCase } from "./catalogueClient.js";
import type { Applicant } from "./domain/applicant.js";
import type { BundleCase } from "./domain/bundleCase.js";
import type { Case, CaseId, Confidentiality } from "./domain/case.js";
import { bundleNumber, caseNumber } from "./domain/caseNumber.js";
import { requireComplete } from "./domain/checklist.js";
import { answersOf, type FormAnswer } from "./domain/form.js";
import { digestsOf } from "./domain/handedIn.js";
import { type OneSet, type ShareOfSet, shareOf } from "./domain/oneSet.js";
import { openedCase, type Receiver } from "./domain/openedCase.js";
import { askedFor, type SituationAnswer } from "./domain/situation.js";
import { insertApplicant } from "./store/applicantStore.js";
import { insertBundleCase } from "./store/bundleCaseStore.js";
import type { NewEntry } from "./store/caseLog.js";
import { caseEntry, insertCase, nextCaseNumber } from "./store/caseStore.js";
import type { Tx } from "./store/db.js";
import { insertDocuments } from "./store/documentStore.js";

/** What was answered to the questions of one matter's guide (情形). */
export interface MatterSituation {
  readonly matterId: string;
  readonly answers: readonly SituationAnswer[];
}

/** With what a bundle begins, at a window or online. */
export interface BundleOpening {
  readonly id: string;
  readonly bundle: BundleForCase;
  readonly receiver: Receiver;
  readonly visitId: string | null;
  /** Of what comes online: whether the applicant commits to bring what may follow later. */
  readonly online?: { readonly committed: boolean };
  readonly applicant: Applicant;
  readonly applicantId: string | null;
  /** The one form (一表申请); `null` when it was handed in on paper. */
  readonly form: readonly FormAnswer[] | null;
  readonly situations: readonly MatterSituation[];
  /** The one set of materials (一套材料). */
  readonly set: OneSet;
  readonly confidentiality: Confidentiality;
  readonly now: Date;
}

/** The situation in a matter; no answers when nothing was said about it. */
export const situationIn = (situations: readonly MatterSituation[], { matterId }: Pick<MatterForCase, "matterId">) =>
  situations.find((one) => one.matterId === matterId)?.answers ?? [];

/** What a matter's guide asks for in its situation (情形). @throws SituationNotClear */
export const linesOf = (matter: MatterForCase, situations: readonly MatterSituation[]) =>
  askedFor(matter.guide.materials, matter.guide.questions, situationIn(situations, matter));

interface SubCase {
  readonly opened: Case;
  readonly matter: MatterForCase;
  readonly share: ShareOfSet;
}

/**
 * Stores the parent and exactly one sub-case for each of its matters (R069, I-K12). What comes online without all of its
 * papers is refused.
 *
 * @returns what is to be appended to the log at the end of the transaction
 * @throws SituationNotClear, MaterialsMissing
 */
export async function openBundle(tx: Tx, opening: BundleOpening): Promise<NewEntry[]> {
  const { bundle, online, applicantId, now } = opening;
  const bundleNo = bundleNumber(bundle.regionId, now, await nextCaseNumber(tx));
  const subCases: SubCase[] = [];
  for (const matter of bundle.matters) subCases.push(subCaseOf(opening, matter, await nextCaseNumber(tx)));
  // Whose commitment is not taken is asked on acceptance.
  const materials = subCases.flatMap(({ opened }) => opened.materials);
  if (online) requireComplete(materials, online.committed, false);

  const submitted = await insertBundleCase(tx, parentOf(opening, bundleNo));
  for (const { opened, matter, share } of subCases) {
    await insertCase(tx, opened, applicantId);
    await insertApplicant(tx, opened.id, opening.applicant, {
      form: opening.form && answersOf(matter.guide.formFields, opening.form),
      licences: share.licences,
      situation: situationIn(opening.situations, matter),
    });
    await insertDocuments(tx, opened.id, share.documents, now);
  }
  const entries = subCases.map(({ opened }) =>
    caseEntry(null, opened, { type: "CaseOpened", at: opened.openedAt, opened, by: opened.openedBy }),
  );
  return [submitted, ...entries];
}

const parentOf = (
  { id, bundle, receiver, visitId, online, applicantId, confidentiality, now }: BundleOpening,
  bundleNo: string,
): BundleCase => ({
  ...{ id, bundleNo, bundleId: bundle.bundleId, regionId: bundle.regionId },
  ...{ outletId: receiver.outletId, windowId: receiver.windowId, visitId },
  channel: online ? "ONLINE" : "WINDOW",
  ...{ applicantId, confidentiality, jointLimit: bundle.jointLimit, openedAt: now },
  openedBy: receiver.staffId === null ? null : { staffId: receiver.staffId, actingForId: receiver.actingForId },
  closedAt: null,
  version: 1,
});

function subCaseOf(opening: BundleOpening, matter: MatterForCase, running: bigint): SubCase {
  const { id, bundle, receiver, visitId, online, situations, set, confidentiality, now } = opening;
  const share = shareOf(linesOf(matter, situations), set);
  const opened = openedCase({
    id: randomUUID() as CaseId,
    caseNo: caseNumber(matter.regionId, now, running),
    visitId,
    at: now,
    duty: receiver,
    ...(online && { online: { committed: online.committed, digests: digestsOf(share.documents) } }),
    confidentiality,
    matter,
    situation: situationIn(situations, matter),
    bundle: { caseId: id, jointLimit: bundle.jointLimit },
    presentRequirementIds: share.presentRequirementIds,
    eLicenceRequirementIds: share.licences.map(({ requirementId }) => requirementId),
  });
  return { opened, matter, share };
}
