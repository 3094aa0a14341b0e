import type { OwnRows } from "../domain/authority.js";
import { type SupportRequest, SupportRequestNotOpen } from "../domain/support.js";
import type { NewEntry } from "./caseLog.js";
import type { Db, Tx } from "./db.js";
import { isUuid } from "./uuid.js";

/** What a list of requests is narrowed down to. */
export interface SupportFilter {
  readonly departmentId?: string | null;
  readonly outletId?: string | null;
  /** Only those that wait for an answer. */
  readonly open?: boolean | null;
}

type Scope = "ALL" | OwnRows;

/** Requests, newest first. */
export function listSupport(db: Db, filter: SupportFilter, scope: Scope, first: number): Promise<SupportRequest[]> {
  const within = scope === "ALL" ? {} : withinOwn(scope);
  return db.supportRequest.findMany({
    where: {
      AND: [
        within,
        filter.departmentId == null ? {} : { departmentId: filter.departmentId },
        filter.outletId == null ? {} : { outletId: filter.outletId },
        filter.open ? { answeredAt: null } : {},
      ],
    },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: first,
  });
}

const withinOwn = ({ departmentId, outletId, outletIds }: OwnRows) => ({
  departmentId,
  outletId: outletIds ? { in: [...outletIds] } : outletId,
});

/** @throws SupportRequestNotOpen */
export async function getSupport(db: Db | Tx, id: string): Promise<SupportRequest> {
  const found = isUuid(id) ? await db.supportRequest.findUnique({ where: { id } }) : null;
  if (!found) throw new SupportRequestNotOpen(id);
  return found;
}

/** Stores a request. @returns what is to be appended to the log at the end of the transaction */
export async function insertSupport(tx: Tx, request: SupportRequest): Promise<NewEntry> {
  await tx.supportRequest.createMany({ data: [request] });
  return supportEntry(request, "SupportRequested", request.askedById, request.askedAt);
}

/**
 * Answers a request.
 *
 * @returns what is to be appended to the log at the end of the transaction
 * @throws SupportRequestNotOpen when somebody else was faster
 */
export async function answerSupportRow(
  tx: Tx,
  request: SupportRequest,
  given: { readonly answer: string; readonly answeredAt: Date; readonly answeredById: string },
): Promise<NewEntry> {
  const { count } = await tx.supportRequest.updateMany({ where: { id: request.id, answeredAt: null }, data: given });
  if (count === 0) throw new SupportRequestNotOpen(request.id);
  return supportEntry(request, "SupportAnswered", given.answeredById, given.answeredAt);
}

const supportEntry = (
  { id, outletId, windowId, departmentId }: SupportRequest,
  type: "SupportRequested" | "SupportAnswered",
  staffId: string,
  at: Date,
): NewEntry => ({
  stream: "SUPPORT",
  streamId: id,
  version: type === "SupportRequested" ? 1 : 2,
  type,
  at,
  outletId,
  windowId,
  departmentId,
  statusBefore: type === "SupportRequested" ? null : "OPEN",
  statusAfter: type === "SupportRequested" ? "OPEN" : "ANSWERED",
  confidential: true, // between the window and the department
  data: { by: { staffId, actingForId: null } },
});
