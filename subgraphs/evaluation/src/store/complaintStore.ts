import { columnOf, columnOrNull } from "@yimen/workdays/dateColumn";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Complaint, ComplaintEvent, ComplaintStatus } from "../domain/complaint.js";
import type { Prisma } from "../generated/prisma/client.js";
import { ChangedMeanwhile } from "./changedMeanwhile.js";
import type { Db, Tx } from "./db.js";
import { append } from "./evaluationLog.js";
import { NotFound } from "./notFound.js";
import { type Page, type PageRequest, pageOf, window } from "./page.js";

/** A complaint as stored, with the opaque id of its complainant, which its row rules need. */
export interface StoredComplaint extends Complaint {
  readonly complainantId: string | null;
}

/** `find…` may come back with fewer; `get…` throws when there is nothing. */
export const findComplaints = (db: Db | Tx, ids: readonly string[]): Promise<StoredComplaint[]> =>
  find(db, { id: { in: [...ids] } });

export async function getComplaint(tx: Db | Tx, id: string): Promise<StoredComplaint> {
  const [found] = await findComplaints(tx, [id]);
  if (!found) throw new NotFound("Complaint", id);
  return found;
}

/** The complaints about an outlet, newest first. */
export async function listComplaints(
  db: Db,
  { outletId, status }: { outletId: string; status?: ComplaintStatus },
  page: PageRequest,
): Promise<Page<StoredComplaint>> {
  const rows = await db.complaint.findMany({
    where: { outletId, status },
    select: stored,
    orderBy: [{ filedOn: "desc" }, { id: "asc" }],
    ...window(page),
  });
  return pageOf(rows.map(fromRow), page);
}

/** Those whose answer is late on that day and that were not escalated. */
export async function findOverdueComplaints(db: Db, today: PlainDate): Promise<StoredComplaint[]> {
  const where = { dueOn: { lt: columnOf(today) }, escalatedOn: null, status: { not: "ANSWERED" } };
  const overdue = await db.complaint.findMany({ where, select: { id: true } });
  // Looked for every second and seldom found: with nothing found, Prisma would ask for the complainants of nobody.
  return overdue.length === 0
    ? []
    : findComplaints(
        db,
        overdue.map(({ id }) => id),
      );
}

/** Stores a new complaint and its first entry in the log; who filed it goes to a table of its own. */
export async function insertComplaint(
  tx: Tx,
  filed: Complaint,
  complainantId: string | null,
  event: ComplaintEvent,
  at: Date,
): Promise<void> {
  await tx.complaint.create({ data: toRow(filed) });
  if (complainantId) await tx.complainant.create({ data: { complaintId: filed.id, applicantId: complainantId } });
  await append(tx, "COMPLAINT", filed, event, at);
}

/** @throws ChangedMeanwhile when the stored version is not the one `next` was computed from */
export async function saveComplaint(tx: Tx, next: Complaint, event: ComplaintEvent, at: Date): Promise<void> {
  const where = { id: next.id as string, version: next.version - 1 };
  const { count } = await tx.complaint.updateMany({ where, data: toRow(next) });
  if (count === 0) throw new ChangedMeanwhile(await getComplaint(tx, next.id));
  await append(tx, "COMPLAINT", next, event, at);
}

const stored = {
  state: true,
  complainant: { select: { applicantId: true } },
} as const satisfies Prisma.ComplaintSelect;

const find = async (db: Db | Tx, where: Prisma.ComplaintWhereInput): Promise<StoredComplaint[]> =>
  (await db.complaint.findMany({ where, select: stored })).map(fromRow);

const fromRow = (row: Prisma.ComplaintGetPayload<{ select: typeof stored }>): StoredComplaint => ({
  ...(row.state as unknown as Complaint),
  complainantId: row.complainant?.applicantId ?? null,
});

const toRow = (value: Complaint) => {
  const { complainantId: _, ...state } = value as StoredComplaint;
  return {
    id: value.id as string,
    version: value.version,
    outletId: value.outletId,
    status: value.status,
    filedOn: columnOf(value.filedOn),
    dueOn: columnOf(value.dueOn),
    escalatedOn: columnOrNull(value.escalatedOn),
    state: state as unknown as Prisma.InputJsonValue,
  };
};
