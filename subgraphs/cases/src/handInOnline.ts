import { randomUUID } from "node:crypto";
import { earlierResult, once } from "@yimen/kernel/idempotency";
import type { MatterForCase } from "./catalogueClient.js";
import type { Context } from "./context.js";
import { type Applicant, requireApplicant, requireLicenceNumbers, type ShownLicence } from "./domain/applicant.js";
import type { Case, CaseId } from "./domain/case.js";
import { caseNumber } from "./domain/caseNumber.js";
import { requireComplete } from "./domain/checklist.js";
import { type FormAnswer, requireForm } from "./domain/form.js";
import { digestsOf, type HandedIn, requireDocuments } from "./domain/handedIn.js";
import { requireHandledOnline } from "./domain/online.js";
import { ApplicantOrAgentOnly, OutletDoesNotTakeMatter } from "./domain/onlineRefusals.js";
import { openedCase } from "./domain/openedCase.js";
import type { SituationAnswer } from "./domain/situation.js";
import { startFromReminder } from "./reminderActs.js";
import { type Representation, representationFor } from "./representation.js";
import { insertApplicant } from "./store/applicantStore.js";
import { append } from "./store/caseLog.js";
import { caseEntry, getCase, insertCase, nextCaseNumber, type StoredCase } from "./store/caseStore.js";
import type { Tx } from "./store/db.js";
import { insertDocuments } from "./store/documentStore.js";

export interface HandInOnlineInput {
  readonly clientMutationId: string;
  readonly matterId: string;
  /** One of the outlets that take the matter: its windows pre-review it. */
  readonly outletId: string;
  /** The authorised request on which an agent hands it in; left out where the applicant does. */
  readonly proxyRequestId?: string | null;
  /** The reminder from which it begins (依提醒办件, R124). */
  readonly reminderId?: string | null;
  readonly applicant: Applicant;
  readonly situation: readonly SituationAnswer[];
  readonly materials: readonly HandedIn[];
  readonly eLicences: readonly ShownLicence[];
  readonly form: readonly FormAnswer[];
  /** The applicant commits in writing to bring what may follow later (容缺). */
  readonly committed: boolean;
}

/**
 * Hands in an application without coming (网上申办, R064): by its applicant, or by an agent whom the applicant has
 * authorised (R112, R129). It waits for a window of the outlet to take it up; what is missing is told at once.
 *
 * @throws ApplicantOrAgentOnly, AuthorisationMissing, ProxyRequestNotOpen, MatterNotHandledOnline, OutletDoesNotTakeMatter,
 * MaterialsMissing, DocumentNotValid, FormNotValid, MatterNotOffered, SiblingUnavailable, and what `openedCase` refuses
 */
export async function handInOnline(context: Context, input: HandInOnlineInput): Promise<StoredCase> {
  const { db, caller, catalogue, staff, clock } = context;
  requireApplicant(input.applicant);
  requireDocuments(input.materials);
  requireLicenceNumbers(input.eLicences);
  const { clientMutationId: key, ...rest } = input;
  const id = randomUUID() as CaseId;
  const request = { caller, mutation: "handInOnline", key, input: rest, resultId: id };
  const representation = await whoHandsIn(context, input);
  const earlier = await earlierResult(db, request);
  if (earlier) return getCase(db, earlier);

  const matter = await catalogue.matter(input.matterId);
  requireHandledOnline(matter);
  if (!(await staff.outletsTaking(matter)).includes(input.outletId)) {
    throw new OutletDoesNotTakeMatter(input.outletId, input.matterId);
  }
  requireForm(matter.guide.formFields, input.form);
  const applicantId = representation ? representation.applicantId : (caller.claims.applicantId ?? null);
  const opening = { id, matter, representation, applicantId, now: clock() };
  return getCase(db, await db.$transaction((tx) => once(tx, request, () => open(tx, input, opening))));
}

/** @throws ApplicantOrAgentOnly, and what `representationFor` refuses */
async function whoHandsIn(context: Context, { proxyRequestId, matterId }: HandInOnlineInput) {
  const { caller } = context;
  if (caller.kind === "APPLICANT" && caller.claims.applicantId && !proxyRequestId) return null;
  if (caller.kind !== "STAFF" || !proxyRequestId) throw new ApplicantOrAgentOnly();
  return representationFor(context, proxyRequestId, matterId);
}

interface Opening {
  readonly id: CaseId;
  readonly matter: MatterForCase;
  /** `null` where the applicant hands it in. */
  readonly representation: Representation | null;
  readonly applicantId: string | null;
  readonly now: Date;
}

async function open(tx: Tx, input: HandInOnlineInput, opening: Opening): Promise<string> {
  const { id, matter, representation, applicantId, now } = opening;
  const { applicant, materials, eLicences, situation, form, committed } = input;
  const opened: Case = openedCase({
    id,
    caseNo: caseNumber(matter.regionId, now, await nextCaseNumber(tx)),
    visitId: null,
    at: now,
    duty: {
      outletId: input.outletId,
      windowId: null,
      staffId: representation?.staffId ?? null,
      actingForId: null,
    },
    confidentiality: "NONE",
    online: { committed, digests: digestsOf(materials) },
    ...(representation && { agentOutletId: representation.outletId }),
    situation,
    reminderId: input.reminderId,
    presentRequirementIds: [],
    eLicenceRequirementIds: eLicences.map(({ requirementId }) => requirementId),
    matter,
  });
  requireComplete(opened.materials, committed, false); // whose commitment is not taken is asked on acceptance
  await insertCase(tx, opened, applicantId);
  await insertApplicant(tx, id, applicant, { form, licences: eLicences, situation });
  await insertDocuments(tx, id, materials, now);
  const linked = representation ? [await representation.link(tx, id)] : [];
  if (input.reminderId)
    linked.push(await startFromReminder(tx, input.reminderId, { caseId: id, applicantId, at: now }));
  await append(
    tx,
    caseEntry(null, opened, { type: "CaseOpened", at: opened.openedAt, opened, by: opened.openedBy }),
    ...linked,
  );
  return id;
}
