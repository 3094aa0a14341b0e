import { randomUUID } from "node:crypto";
import { earlierResult, once } from "@yimen/kernel/idempotency";
import { officeDay } from "@yimen/workdays/instant";
import type { MatterForCase } from "./catalogueClient.js";
import type { Context } from "./context.js";
import { type Applicant, requireApplicant } from "./domain/applicant.js";
import { requireStaff } from "./domain/authority.js";
import type { CaseId, Confidentiality } from "./domain/case.js";
import type { CaseEvent } from "./domain/caseEvent.js";
import { type DutyFacts, requireMayAccept } from "./domain/duty.js";
import { openedCase } from "./domain/openedCase.js";
import { requireOpenAt, type Visit, visitBy } from "./domain/visit.js";
import { insertApplicant } from "./store/applicantStore.js";
import { append } from "./store/caseLog.js";
import { caseEntry, getCase, insertCase, nextCaseNumber, type StoredCase } from "./store/caseStore.js";
import type { Tx } from "./store/db.js";
import { getVisit, insertVisit, setApplicant } from "./store/visitStore.js";

export interface OpenCaseInput {
  readonly clientMutationId: string;
  readonly windowId: string;
  readonly matterId: string;
  /** The visit during which it is handed in; without one, a visit begins now. */
  readonly visitId?: string | null;
  readonly applicant: Applicant & { readonly applicantId?: string | null };
  /** Requirements of the guide whose material has been handed in. */
  readonly presentRequirementIds: readonly string[];
  readonly confidentiality: Confidentiality;
}

/**
 * Collects an application at a window (收件): pins the guide, starts the checklist, tells at once what is missing.
 *
 * @throws the refusals of `duty.ts`, ApplicantNotValid, MatterNotOffered, MaterialNotOnList, VisitNotOpenHere,
 * SiblingUnavailable
 */
export async function openCase(context: Context, input: OpenCaseInput): Promise<StoredCase> {
  const { db, caller, catalogue, staff, clock } = context;
  const staffId = requireStaff(caller);
  requireApplicant(input.applicant);
  const { clientMutationId: key, ...rest } = input;
  const id = randomUUID() as CaseId;
  const request = { caller, mutation: "openCase", key, input: rest, resultId: id };
  const earlier = await earlierResult(db, request);
  if (earlier) return getCase(db, earlier);

  const now = clock();
  const [matter, duty] = await Promise.all([
    catalogue.matter(input.matterId),
    staff.duty(staffId, input.windowId, now),
  ]);
  requireMayAccept(duty, matter, caller.claims.outletId);

  return getCase(
    db,
    await db.$transaction((tx) => once(tx, request, () => open(tx, input, { id, matter, duty, now }))),
  );
}

interface Opening {
  readonly id: CaseId;
  readonly matter: MatterForCase;
  readonly duty: DutyFacts;
  readonly now: Date;
}

async function open(tx: Tx, input: OpenCaseInput, { id, matter, duty, now }: Opening): Promise<string> {
  const applicantId = input.applicant.applicantId ?? null;
  const running = await nextCaseNumber(tx);
  const { visit, entries } = await visitFor(tx, input, duty, now);
  const opened = openedCase({
    ...input,
    id,
    caseNo: caseNo(matter, now, running),
    matter,
    duty,
    visitId: visit.id,
    at: now,
  });
  await insertCase(tx, opened, applicantId);
  await insertApplicant(tx, id, input.applicant);
  const event: CaseEvent = { type: "CaseOpened", at: opened.openedAt, opened, by: opened.openedBy };
  await append(tx, ...entries, caseEntry(null, opened, event));
  return id;
}

async function visitFor(tx: Tx, { visitId, windowId, applicant }: OpenCaseInput, duty: DutyFacts, now: Date) {
  const applicantId = applicant.applicantId ?? null;
  if (visitId) {
    const visit = requireOpenAt(await getVisit(tx, visitId), windowId);
    await setApplicant(tx, visit.id, applicantId);
    return { visit, entries: [] };
  }
  const visit: Visit = visitBy(duty, { id: randomUUID(), applicantId, ticketId: null, startedAt: now });
  return { visit, entries: [await insertVisit(tx, visit)] };
}

/** 办件编号: region, office day, running number. */
const caseNo = ({ regionId }: MatterForCase, now: Date, running: bigint): string =>
  `${regionId.toUpperCase()}-${officeDay(now).replaceAll("-", "")}-${String(running).padStart(6, "0")}`;
