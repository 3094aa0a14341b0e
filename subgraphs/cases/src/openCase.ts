import { randomUUID } from "node:crypto";
import { earlierResult, once } from "@yimen/kernel/idempotency";
import { officeDay } from "@yimen/workdays/instant";
import type { MatterForCase } from "./catalogueClient.js";
import type { Context } from "./context.js";
import type { Applicant } from "./domain/applicant.js";
import { requireStaff } from "./domain/authority.js";
import type { CaseId, Confidentiality } from "./domain/case.js";
import { type DutyFacts, requireMayAccept } from "./domain/duty.js";
import { openedCase } from "./domain/openedCase.js";
import { requireOpenAt, type Visit } from "./domain/visit.js";
import { insertApplicant } from "./store/applicantStore.js";
import { getCase, insertCase, nextCaseNumber, type StoredCase } from "./store/caseStore.js";
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
 * @throws the refusals of `duty.ts`, MatterNotOffered, MaterialNotOnList, VisitNotOpenHere, SiblingUnavailable
 */
export async function openCase(context: Context, input: OpenCaseInput): Promise<StoredCase> {
  const { db, caller, catalogue, staff, clock } = context;
  const staffId = requireStaff(caller);
  const { clientMutationId: key, ...rest } = input;
  const request = { caller, mutation: "openCase", key, input: rest };
  const earlier = await earlierResult(db, request);
  if (earlier) return getCase(db, earlier);

  const now = clock();
  const [matter, duty] = await Promise.all([
    catalogue.matter(input.matterId),
    staff.duty(staffId, input.windowId, now),
  ]);
  requireMayAccept(duty, matter, caller.claims.outletId);

  const id = await db.$transaction((tx) =>
    once(tx, request, async () => {
      const visit = await visitAt(tx, input, duty, now);
      const opened = openedCase({
        ...input,
        id: randomUUID() as CaseId,
        caseNo: await caseNo(tx, matter, now),
        matter,
        duty,
        visitId: visit.id,
        at: now,
      });
      await insertCase(tx, opened, input.applicant.applicantId ?? null, {
        type: "CaseOpened",
        at: opened.openedAt,
        opened,
        by: opened.openedBy,
      });
      await insertApplicant(tx, opened.id, input.applicant);
      return opened.id;
    }),
  );
  return getCase(db, id);
}

async function visitAt(tx: Tx, input: OpenCaseInput, duty: DutyFacts, now: Date): Promise<Visit> {
  const applicantId = input.applicant.applicantId ?? null;
  if (input.visitId) {
    await setApplicant(tx, input.visitId, applicantId);
    return requireOpenAt(await getVisit(tx, input.visitId), input.windowId);
  }
  const visit: Visit = {
    id: randomUUID(),
    outletId: duty.outletId,
    windowId: duty.windowId,
    officerId: duty.staffId,
    actingForId: duty.actingForId,
    applicantId,
    ticketId: null,
    startedAt: now,
    endedAt: null,
    version: 1,
  };
  await insertVisit(tx, visit);
  return visit;
}

/** 办件编号: region, office day, running number. */
async function caseNo(tx: Tx, { regionId }: MatterForCase, now: Date): Promise<string> {
  const running = String(await nextCaseNumber(tx)).padStart(6, "0");
  return `${regionId.toUpperCase()}-${officeDay(now).replaceAll("-", "")}-${running}`;
}
