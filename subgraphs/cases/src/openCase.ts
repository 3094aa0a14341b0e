import { randomUUID } from "node:crypto";
import { earlierResult, once } from "@yimen/kernel/idempotency";
import type { MatterForCase } from "./catalogueClient.js";
import type { Context } from "./context.js";
import {
  type Agent,
  type Applicant,
  requireAgent,
  requireApplicant,
  requireLicenceNumbers,
  type ShownLicence,
} from "./domain/applicant.js";
import { requireStaff } from "./domain/authority.js";
import type { CaseId, Confidentiality } from "./domain/case.js";
import type { CaseEvent } from "./domain/caseEvent.js";
import { caseNumber } from "./domain/caseNumber.js";
import { type DutyFacts, requireMayAccept } from "./domain/duty.js";
import { type FormAnswer, requireForm } from "./domain/form.js";
import { openedCase } from "./domain/openedCase.js";
import type { SituationAnswer } from "./domain/situation.js";
import { startFromReminder } from "./reminderActs.js";
import { type Representation, representationFor } from "./representation.js";
import { insertApplicant } from "./store/applicantStore.js";
import { append } from "./store/caseLog.js";
import { caseEntry, getCase, insertCase, nextCaseNumber, type StoredCase } from "./store/caseStore.js";
import type { Tx } from "./store/db.js";
import { visitFor } from "./visitFor.js";

export interface OpenCaseInput {
  readonly clientMutationId: string;
  readonly windowId: string;
  readonly matterId: string;
  /** The visit during which it is handed in; without one, a visit begins now. */
  readonly visitId?: string | null;
  readonly applicant: Applicant & { readonly applicantId?: string | null };
  /** Who hands it in for the applicant, by their authorisation (R112); left out where the applicant does. */
  readonly agent?: Agent | null;
  /** The authorised request on which the outlet's own agent hands it in (R112). */
  readonly proxyRequestId?: string | null;
  /** The reminder from which it begins (依提醒办件, R124). */
  readonly reminderId?: string | null;
  /** What the applicant answered to the guide's questions: it decides about the checklist (情形). */
  readonly situation: readonly SituationAnswer[];
  /** Requirements of the guide whose material has been handed in. */
  readonly presentRequirementIds: readonly string[];
  /** What was filled in on the form; left out when it was handed in on paper. */
  readonly form?: readonly FormAnswer[] | null;
  /** E-licences shown in place of papers (R065). */
  readonly eLicences?: readonly ShownLicence[] | null;
  readonly confidentiality: Confidentiality;
}

/**
 * Collects an application at a window (收件): pins the guide, starts the checklist, tells at once what is missing.
 *
 * @throws the refusals of `duty.ts`, AuthorisationMissing, ProxyRequestNotOpen, SituationNotClear, ApplicantNotValid, FormNotValid, MatterNotOffered, MaterialNotOnList, VisitNotOpenHere,
 * SiblingUnavailable
 */
export async function openCase(context: Context, input: OpenCaseInput): Promise<StoredCase> {
  const { db, caller, catalogue, staff, clock } = context;
  const staffId = requireStaff(caller);
  requireApplicant(input.applicant);
  if (input.agent) requireAgent(input.agent);
  const { clientMutationId: key, ...rest } = input;
  const id = randomUUID() as CaseId;
  const request = { caller, mutation: "openCase", key, input: rest, resultId: id };
  const earlier = await earlierResult(db, request);
  if (earlier) return getCase(db, earlier);

  const now = clock();
  const { proxyRequestId } = input;
  const [matter, duty, representation] = await Promise.all([
    catalogue.matter(input.matterId),
    staff.duty(staffId, input.windowId, now),
    proxyRequestId ? representationFor(context, proxyRequestId, input.matterId) : null,
  ]);
  requireMayAccept(duty, matter, caller.claims.outletId);
  requireLicenceNumbers(input.eLicences ?? []);
  if (input.form) requireForm(matter.guide.formFields, input.form);

  return getCase(
    db,
    await db.$transaction((tx) => once(tx, request, () => open(tx, input, { id, matter, duty, representation, now }))),
  );
}

interface Opening {
  readonly id: CaseId;
  readonly matter: MatterForCase;
  readonly duty: DutyFacts;
  /** `null` unless an agent of the outlet hands it in. */
  readonly representation: Representation | null;
  readonly now: Date;
}

async function open(tx: Tx, input: OpenCaseInput, opening: Opening): Promise<string> {
  const { id, matter, duty, representation, now } = opening;
  const applicantId = input.applicant.applicantId ?? representation?.applicantId ?? null;
  const running = await nextCaseNumber(tx);
  const { visit, entries } = await visitFor(tx, { ...input, applicantId }, duty, now);
  const opened = openedCase({
    ...input,
    id,
    caseNo: caseNumber(matter.regionId, now, running),
    matter,
    duty,
    visitId: visit.id,
    ...(representation && { agentOutletId: representation.outletId }),
    eLicenceRequirementIds: input.eLicences?.map(({ requirementId }) => requirementId),
    at: now,
  });
  await insertCase(tx, opened, applicantId);
  const { form, situation, agent } = input;
  await insertApplicant(tx, id, input.applicant, { form, licences: input.eLicences ?? [], situation, agent });
  const event: CaseEvent = { type: "CaseOpened", at: opened.openedAt, opened, by: opened.openedBy };
  const linked = representation ? [await representation.link(tx, id)] : [];
  if (input.reminderId)
    linked.push(await startFromReminder(tx, input.reminderId, { caseId: id, applicantId, at: now }));
  await append(tx, ...entries, caseEntry(null, opened, event), ...linked);
  return id;
}
