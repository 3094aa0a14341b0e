import { randomUUID } from "node:crypto";
import { earlierResult, once } from "@yimen/kernel/idempotency";
import type { Context } from "./context.js";
import { isOfOutlet } from "./domain/appointmentVisibility.js";
import { NotYourCase, requireOutletStaff, requireStaff } from "./domain/authority.js";
import { closedInquiry, type FirstContact, type Inquiry, type InquiryEnd } from "./domain/inquiry.js";
import { checkPage } from "./domain/page.js";
import type { Lane } from "./domain/queue.js";
import { ReasonRequired } from "./domain/refusals.js";
import { drawTicket } from "./queueActs.js";
import { append, type NewEntry } from "./store/caseLog.js";
import type { Tx } from "./store/db.js";
import { countFirstContacts, getInquiry, insertInquiry, listInquiries, saveInquiry } from "./store/inquiryStore.js";

export interface OpenInquiryInput {
  readonly clientMutationId: string;
  readonly outletId: string;
  readonly question: string;
  readonly matterId?: string | null;
}

/** Somebody asks; who takes it down answers for it (R091). @throws StaffOnly, NotYourCase, ReasonRequired */
export async function openInquiry({ db, caller, clock }: Context, input: OpenInquiryInput): Promise<Inquiry> {
  const firstResponderId = requireOutletStaff(caller, input);
  if (input.question.trim() === "") throw new ReasonRequired();
  const { clientMutationId: key, ...asked } = input;
  const id = randomUUID();
  const request = { caller, mutation: "openInquiry", key, input: asked, resultId: id };
  const open = { outcome: null, answer: null, reason: null, departmentId: null, phone: null, ticketId: null } as const;
  const inquiry: Inquiry = {
    ...open,
    ...{ id, outletId: input.outletId, question: input.question, matterId: input.matterId ?? null },
    ...{ firstResponderId, askedAt: clock(), closedAt: null, closedById: null, version: 1 },
  };
  const stored = await db.$transaction((tx) =>
    once(tx, request, async () => {
      await append(tx, await insertInquiry(tx, inquiry));
      return id;
    }),
  );
  return getInquiry(db, stored);
}

interface ChangeInput {
  readonly clientMutationId: string;
  readonly inquiryId: string;
}

/** Answers an inquiry (R094), or does a simple thing at once where it was asked (R095). @throws InquiryNotOpen, ReasonRequired */
export const answerInquiry = (
  context: Context,
  input: ChangeInput & { readonly answer: string; readonly doneOnTheSpot: boolean },
) =>
  end(context, "answerInquiry", input, () => ({
    outcome: input.doneOnTheSpot ? "DONE_ON_THE_SPOT" : "ANSWERED",
    answer: input.answer,
  }));

/** Sends somebody on, with the reason, the department and its telephone (R092). @throws InquiryNotOpen, ReferralNotComplete */
export const referInquiry = (
  context: Context,
  {
    reason,
    departmentId,
    phone,
    ...input
  }: ChangeInput & Omit<Extract<InquiryEnd, { outcome: "REFERRED" }>, "outcome">,
) =>
  end(context, "referInquiry", { ...input, reason, departmentId, phone }, () => ({
    outcome: "REFERRED",
    reason,
    departmentId,
    phone,
  }));

/** Draws a ticket for a window (R096). @throws InquiryNotOpen, NotYourCase, SiblingUnavailable */
export async function queueInquiry(
  context: Context,
  input: ChangeInput & { readonly windowId: string; readonly lane: Lane },
): Promise<Inquiry> {
  const { staff, caller, clock } = context;
  const now = clock();
  const { outletId } = await staff.duty(requireStaff(caller), input.windowId, now);
  const ticketId = randomUUID();
  const draw = (tx: Tx, inquiry: Inquiry) => {
    if (inquiry.outletId !== outletId) throw new NotYourCase();
    return drawTicket(tx, { id: ticketId, outletId, windowId: input.windowId, lane: input.lane }, now, now);
  };
  return end(context, "queueInquiry", input, () => ({ outcome: "QUEUED", ticketId }), draw);
}

async function end<I extends ChangeInput>(
  { db, caller, clock }: Context,
  mutation: string,
  input: I,
  how: () => InquiryEnd,
  alongside?: (tx: Tx, inquiry: Inquiry) => Promise<NewEntry>,
): Promise<Inquiry> {
  const { clientMutationId: key, ...rest } = input;
  const current = await getInquiry(db, input.inquiryId);
  const staffId = requireOutletStaff(caller, current);
  const request = { caller, mutation, key, input: rest, resultId: current.id };
  if (await earlierResult(db, request)) return current;
  await db.$transaction((tx) =>
    once(tx, request, async () => {
      const next = closedInquiry(current, how(), staffId, clock());
      const others = alongside ? [await alongside(tx, next)] : [];
      await append(tx, await saveInquiry(tx, current, next), ...others);
      return current.id;
    }),
  );
  return getInquiry(db, current.id);
}

/** The inquiries of an outlet, newest first, for its staff and who oversees it. @throws StaffOnly, NotYourCase, PageTooLarge */
export async function inquiries(
  { db, caller }: Context,
  outletId: string,
  { open, first }: { readonly open: boolean; readonly first: number },
): Promise<Inquiry[]> {
  requireStaff(caller);
  if (!isOfOutlet(caller, outletId)) throw new NotYourCase();
  checkPage(first);
  return listInquiries(db, outletId, open, first);
}

/** How many inquiries of a time were resolved at first contact (R094). @throws StaffOnly, NotYourCase */
export async function firstContacts(
  { db, caller }: Context,
  outletId: string,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<FirstContact> {
  requireStaff(caller);
  if (!isOfOutlet(caller, outletId)) throw new NotYourCase();
  return countFirstContacts(db, outletId, from, to);
}
