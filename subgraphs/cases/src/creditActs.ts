import { randomUUID } from "node:crypto";
import { once } from "@yimen/kernel/idempotency";
import { regionsOverseen } from "@yimen/kernel/overseer";
import type { Context } from "./context.js";
import { requireApplicant } from "./domain/applicant.js";
import { requireStaff } from "./domain/authority.js";
import { type CreditBar, NotYoursToBar } from "./domain/creditBar.js";
import { checkPage } from "./domain/page.js";
import { ReasonRequired } from "./domain/refusals.js";
import { getCreditBar, insertCreditBar, liftCreditBarRow, listCreditBars } from "./store/creditStore.js";

export interface BarCreditInput {
  readonly clientMutationId: string;
  readonly regionId: string;
  readonly subject: string;
  readonly reason: string;
}

/** Bars an applicant's commitments in a region (I-K1). @throws StaffOnly, NotYoursToBar, ReasonRequired */
export async function barCredit(context: Context, input: BarCreditInput): Promise<CreditBar> {
  const { db, caller, clock } = context;
  const barredBy = requireOverseer(context, input.regionId);
  const { clientMutationId: key, ...given } = input;
  if (input.reason.trim() === "") throw new ReasonRequired();
  requireApplicant({ kind: "PERSON", name: input.subject, idNumber: null, phone: null, applicantId: input.subject });
  const id = randomUUID();
  const bar = { ...given, id, barredAt: clock(), barredBy, liftedAt: null, liftedBy: null };
  const request = { caller, mutation: "barCredit", key, input: given, resultId: id };
  return getCreditBar(db, await db.$transaction((tx) => once(tx, request, () => insertCreditBar(tx, bar))));
}

export interface LiftCreditBarInput {
  readonly clientMutationId: string;
  readonly creditBarId: string;
}

/** Lifts a bar once the credit is repaired. @throws StaffOnly, NotYoursToBar, CreditBarNotOpen */
export async function liftCreditBar(context: Context, input: LiftCreditBarInput): Promise<CreditBar> {
  const { db, caller, clock } = context;
  const { clientMutationId: key, creditBarId } = input;
  const { regionId } = await getCreditBar(db, creditBarId);
  const staffId = requireOverseer(context, regionId);
  const request = { caller, mutation: "liftCreditBar", key, input: { creditBarId }, resultId: creditBarId };
  await db.$transaction((tx) =>
    once(tx, request, async () => {
      await liftCreditBarRow(tx, creditBarId, clock(), staffId);
      return creditBarId;
    }),
  );
  return getCreditBar(db, creditBarId);
}

/** The bars of a region, for those who set them. @throws StaffOnly, NotYoursToBar, PageTooLarge */
export async function creditBars(context: Context, regionId: string, first: number): Promise<CreditBar[]> {
  requireOverseer(context, regionId);
  checkPage(first);
  return listCreditBars(context.db, regionId, first);
}

/** @throws StaffOnly, NotYoursToBar */
function requireOverseer({ caller }: Context, regionId: string): string {
  const staffId = requireStaff(caller);
  if (!regionsOverseen(caller).includes(regionId)) throw new NotYoursToBar();
  return staffId;
}
