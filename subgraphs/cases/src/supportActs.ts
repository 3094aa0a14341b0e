import { randomUUID } from "node:crypto";
import { earlierResult, once } from "@yimen/kernel/idempotency";
import type { Context } from "./context.js";
import { NotYourCase, requireStaff, rowScope } from "./domain/authority.js";
import { NotOnDuty, NotYourOutlet } from "./domain/duty.js";
import { checkPage } from "./domain/page.js";
import { ReasonRequired } from "./domain/refusals.js";
import { DepartmentNotOfWindow, type SupportRequest } from "./domain/support.js";
import { departmentOnDuty } from "./onDuty.js";
import { append } from "./store/caseLog.js";
import { answerSupportRow, getSupport, insertSupport, listSupport, type SupportFilter } from "./store/supportStore.js";

export interface RequestSupportInput {
  readonly clientMutationId: string;
  readonly windowId: string;
  readonly departmentId: string;
  readonly question: string;
}

/** A window asks one of its departments for help (R084). @throws NotYourOutlet, NotOnDuty, DepartmentNotOfWindow */
export async function requestSupport(context: Context, input: RequestSupportInput): Promise<SupportRequest> {
  const { db, caller, staff, clock } = context;
  const askedById = requireStaff(caller);
  const { clientMutationId: key, ...asked } = input;
  if (input.question.trim() === "") throw new ReasonRequired();
  const id = randomUUID();
  const request = { caller, mutation: "requestSupport", key, input: asked, resultId: id };
  const earlier = await earlierResult(db, request);
  if (earlier) return getSupport(db, earlier);

  const askedAt = clock();
  const duty = await staff.duty(askedById, input.windowId, askedAt);
  if (duty.outletId !== caller.claims.outletId) throw new NotYourOutlet(duty.outletId);
  if (!duty.present || !duty.postId) throw new NotOnDuty(duty);
  if (!duty.windowDepartmentIds.includes(input.departmentId)) throw new DepartmentNotOfWindow(duty);
  const unanswered = { answer: null, answeredAt: null, answeredById: null };
  const stored = await db.$transaction((tx) =>
    once(tx, request, async () => {
      const opened = { ...asked, ...unanswered, id, outletId: duty.outletId, askedAt, askedById };
      await append(tx, await insertSupport(tx, opened));
      return id;
    }),
  );
  return getSupport(db, stored);
}

export interface AnswerSupportInput {
  readonly clientMutationId: string;
  readonly requestId: string;
  readonly answer: string;
}

/** The department answers, by somebody on duty there (R084). @throws NotYourCase, DecisionNotOnDuty, SupportRequestNotOpen */
export async function answerSupport(context: Context, input: AnswerSupportInput): Promise<SupportRequest> {
  const { db, caller, clock } = context;
  const found = await getSupport(db, input.requestId);
  const { staffId } = await departmentOnDuty(context, found);
  const { clientMutationId: key, ...rest } = input;
  if (input.answer.trim() === "") throw new ReasonRequired();
  const request = { caller, mutation: "answerSupport", key, input: rest, resultId: found.id };
  await db.$transaction((tx) =>
    once(tx, request, async () => {
      const given = { answer: input.answer, answeredAt: clock(), answeredById: staffId };
      await append(tx, await answerSupportRow(tx, found, given));
      return found.id;
    }),
  );
  return getSupport(db, found.id);
}

/** The requests of the caller's outlet or department, newest first. @throws StaffOnly, NotYourCase, PageTooLarge */
export async function listVisibleSupport(
  { db, caller }: Context,
  filter: SupportFilter,
  first: number,
): Promise<SupportRequest[]> {
  requireStaff(caller);
  const scope = rowScope(caller);
  if (scope === "PUBLIC" || (scope !== "ALL" && !scope.departmentId && !scope.outletId && !scope.outletIds))
    throw new NotYourCase();
  checkPage(first);
  return listSupport(db, filter, scope, first);
}
