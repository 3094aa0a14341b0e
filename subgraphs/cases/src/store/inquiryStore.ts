import { type FirstContact, type Inquiry, InquiryNotOpen, type InquiryOutcome } from "../domain/inquiry.js";
import type { InquiryModel } from "../generated/prisma/models.js";
import type { NewEntry } from "./caseLog.js";
import type { Db, Tx } from "./db.js";
import { isUuid } from "./uuid.js";

/** @throws InquiryNotOpen */
export async function getInquiry(db: Db | Tx, id: string): Promise<Inquiry> {
  const found = isUuid(id) ? await db.inquiry.findUnique({ where: { id } }) : null;
  if (!found) throw new InquiryNotOpen(id);
  return fromRow(found);
}

/** An outlet's inquiries, newest first. */
export async function listInquiries(db: Db, outletId: string, open: boolean, first: number): Promise<Inquiry[]> {
  const where = { outletId, closedAt: open ? null : undefined };
  const orderBy = [{ askedAt: "desc" as const }, { id: "desc" as const }];
  return (await db.inquiry.findMany({ where, orderBy, take: first })).map(fromRow);
}

/** What an outlet's inquiries of a time came to. */
export async function countFirstContacts(db: Db, outletId: string, from: Date, to: Date): Promise<FirstContact> {
  const [row] = await db.$queryRaw<FirstContact[]>`
    select count(*)::int as "closed",
      (count(*) filter (where "outcome" in ('ANSWERED', 'DONE_ON_THE_SPOT')
        and "closed_by_id" = "first_responder_id"))::int as "resolvedAtFirst"
    from "inquiry"
    where "outlet_id" = ${outletId} and "asked_at" >= ${from} and "asked_at" < ${to} and "closed_at" is not null`;
  return row as FirstContact;
}

/** Stores an inquiry. @returns what is to be appended to the log at the end of the transaction */
export async function insertInquiry(tx: Tx, inquiry: Inquiry): Promise<NewEntry> {
  await tx.inquiry.createMany({ data: [inquiry] });
  return inquiryEntry(inquiry, "InquiryOpened", inquiry.firstResponderId, inquiry.askedAt);
}

/**
 * Saves how it ended.
 *
 * @returns what is to be appended to the log at the end of the transaction
 * @throws InquiryNotOpen when somebody else was faster
 */
export async function saveInquiry(tx: Tx, before: Inquiry, next: Inquiry): Promise<NewEntry> {
  const { firstResponderId: _, ...data } = next;
  const { count } = await tx.inquiry.updateMany({ where: { id: next.id, version: before.version }, data });
  if (count === 0) throw new InquiryNotOpen(next.id);
  return inquiryEntry(next, "InquiryClosed", next.closedById ?? "", next.closedAt ?? next.askedAt);
}

const inquiryEntry = (
  { id, version, outletId, departmentId, outcome }: Inquiry,
  type: "InquiryOpened" | "InquiryClosed",
  staffId: string,
  at: Date,
): NewEntry => ({
  stream: "INQUIRY",
  streamId: id,
  version,
  type,
  at,
  outletId,
  windowId: null,
  departmentId,
  statusBefore: type === "InquiryOpened" ? null : "OPEN",
  statusAfter: outcome ?? "OPEN",
  confidential: true, // between who asked and the outlet
  data: { by: { staffId, actingForId: null } },
});

const fromRow = (row: InquiryModel): Inquiry => ({ ...row, outcome: row.outcome as InquiryOutcome | null });
