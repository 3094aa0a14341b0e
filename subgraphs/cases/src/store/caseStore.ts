import { DomainError } from "@yimen/kernel/errors";
import { type Case, channelOf } from "../domain/case.js";
import { nextDeadline, runningDueAt } from "../domain/caseClock.js";
import { actorOf, type CaseEvent } from "../domain/caseEvent.js";
import { departmentsConcerned } from "../domain/concerned.js";
import { daysAtWindow } from "../domain/daysAtWindow.js";
import { feedbackOf } from "../domain/feedback.js";
import type { Prisma } from "../generated/prisma/client.js";
import { closeBundleCase } from "./bundleCaseStore.js";
import { append, type NewEntry } from "./caseLog.js";
import type { Db, Tx } from "./db.js";
import { isUuid } from "./uuid.js";

/** A case as stored, with the opaque id of its applicant, which its row rules need. */
export interface StoredCase extends Case {
  readonly applicantId: string | null;
}

export class CaseNotFound extends DomainError {
  readonly code = "CASE_NOT_FOUND";
  constructor(caseId: string) {
    super({ zh: "没有这一办件;请核对编号。", en: "There is no such case; check its number." }, { caseId });
  }
}

/** Somebody else changed the case after it was read. */
export class CaseChangedMeanwhile extends DomainError {
  readonly code = "CASE_CHANGED_MEANWHILE";
  constructor({ id, version, status }: Case) {
    super(
      {
        zh: "该办件已被他人更新;请按最新状态核对后再试。",
        en: "Someone else changed this case; look at its present state and try again.",
      },
      { caseId: id, current: { version, status } },
    );
  }
}

/** `find…` may come back with fewer; `get…` throws when there is nothing. */
export async function findCases(db: Db | Tx, ids: readonly string[]): Promise<StoredCase[]> {
  const rows = await db.case.findMany({ where: { id: { in: ids.filter(isUuid) } }, select: stored });
  return rows.map(fromRow);
}

export async function findCasesByNo(db: Db, caseNos: readonly string[]): Promise<StoredCase[]> {
  const rows = await db.case.findMany({ where: { caseNo: { in: [...caseNos] } }, select: stored });
  return rows.map(fromRow);
}

export async function findCasesOfVisits(db: Db, visitIds: readonly string[]): Promise<StoredCase[]> {
  const rows = await db.case.findMany({ where: { visitId: { in: [...visitIds] } }, select: stored });
  return rows.map(fromRow);
}

/** The cases that were opened for requests for help or representation. */
export async function findCasesOfRequests(db: Db, proxyRequestIds: readonly string[]): Promise<StoredCase[]> {
  const where = { proxyRequests: { some: { id: { in: [...proxyRequestIds] } } } };
  return (await db.case.findMany({ where, select: stored })).map(fromRow);
}

export async function findCasesOfBundles(db: Db | Tx, bundleCaseIds: readonly string[]): Promise<StoredCase[]> {
  const where = { bundleCaseId: { in: bundleCaseIds.filter(isUuid) } };
  return (await db.case.findMany({ where, orderBy: { caseNo: "asc" }, select: stored })).map(fromRow);
}

export async function searchCases(
  db: Db,
  search: Omit<Prisma.CaseFindManyArgs, "select" | "include">,
): Promise<StoredCase[]> {
  return (await db.case.findMany({ ...search, select: stored })).map(fromRow);
}

/** Cases whose next deadline has passed, the longest overdue first. */
export function findPastDeadline(db: Db, now: Date, limit: number): Promise<StoredCase[]> {
  return searchCases(db, { where: { nextDeadlineAt: { lte: now } }, orderBy: { nextDeadlineAt: "asc" }, take: limit });
}

export async function getCase(tx: Db | Tx, id: string): Promise<StoredCase> {
  const [found] = await findCases(tx, [id]);
  if (!found) throw new CaseNotFound(id);
  return found;
}

/** @throws CaseChangedMeanwhile with the present state when `seen` is not the version that is stored */
export function requireVersion(current: Case, seen: number | null | undefined): void {
  if (seen != null && current.version !== seen) throw new CaseChangedMeanwhile(current);
}

/** Stores a new case; its first entry is for the end of the transaction. */
export async function insertCase(tx: Tx, opened: Case, applicantId: string | null): Promise<void> {
  await tx.case.createMany({ data: [{ ...toRow(opened), applicantId }] });
}

/** A change of one case. */
export interface CaseChange {
  readonly before: Case;
  readonly next: Case;
  readonly event: CaseEvent;
}

/**
 * Saves the case and what happened to it in one transaction; readers of the log are told once it commits.
 *
 * @param others  what else happened in the transaction, told after it
 * @throws CaseChangedMeanwhile when the stored version is not the one `next` was computed from
 */
export const saveCase = (
  tx: Tx,
  before: Case,
  next: Case,
  event: CaseEvent,
  ...others: readonly NewEntry[]
): Promise<void> => saveCases(tx, [{ before, next, event }], async () => others);

/**
 * As `saveCase`, of several cases at once: all of them or none.
 *
 * @param others  writes what else happens in the transaction, once the cases are written; returns what the log says of it
 * @throws CaseChangedMeanwhile
 */
export async function saveCases(
  tx: Tx,
  changes: readonly CaseChange[],
  others: () => Promise<readonly NewEntry[]>,
): Promise<void> {
  const parents = new Set<string>();
  for (const { before, next } of changes) {
    const { count } = await tx.case.updateMany({ where: { id: next.id, version: before.version }, data: toRow(next) });
    if (count === 0) throw new CaseChangedMeanwhile(await getCase(tx, next.id));
    if (next.bundleCaseId && next.closedAt && !before.closedAt) parents.add(next.bundleCaseId);
  }
  const closed = [];
  for (const id of parents) closed.push(await closeBundleCase(tx, id));
  const entries = changes.map(({ before, next, event }) => caseEntry(before, next, event));
  await append(tx, ...entries, ...(await others()), ...closed.filter((entry) => entry !== null));
}

/** Notes when to look at a case next; what happened to it is not changed. */
export async function reschedule(db: Db, { id, version }: Case, at: Date | null): Promise<void> {
  await db.case.updateMany({ where: { id, version }, data: { nextDeadlineAt: at } });
}

/** The running number of a case number. */
export async function nextCaseNumber(tx: Tx): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ nextval: bigint }[]>`select nextval('case_no_seq')`;
  return row?.nextval ?? 0n;
}

/** What the log says of a change of a case. */
export const caseEntry = (before: Case | null, next: Case, event: CaseEvent): NewEntry => ({
  stream: "CASE",
  streamId: next.id,
  version: next.version,
  type: event.type,
  at: new Date(event.at),
  outletId: next.outletId,
  windowId: next.windowId,
  departmentId: next.departmentId,
  statusBefore: before?.status ?? null,
  statusAfter: next.status,
  confidential: next.confidentiality !== "NONE",
  data: { ...event, by: actorOf(event), ...(next.bundleCaseId && { bundleCaseId: next.bundleCaseId }) },
});

const stored = { state: true, applicantId: true } as const satisfies Prisma.CaseSelect;

const fromRow = (row: { state: Prisma.JsonValue; applicantId: string | null }): StoredCase => ({
  ...(row.state as unknown as Case),
  applicantId: row.applicantId,
});

/** The columns of a case, without its applicant's. */
export const toRow = (value: Case) => {
  const { applicantId: _, ...state } = value as StoredCase;
  return {
    id: value.id as string,
    caseNo: value.caseNo,
    version: value.version,
    status: value.status,
    regionId: value.regionId,
    outletId: value.outletId,
    windowId: value.windowId,
    departmentId: value.departmentId,
    matterId: value.matterId,
    visitId: value.visitId,
    channel: channelOf(value),
    agentOutletId: value.agentOutletId ?? null,
    daysAtWindow: daysAtWindow(value).length,
    bundleCaseId: value.bundleCaseId ?? null,
    concernedDepartmentIds: departmentsConcerned(value),
    confidentiality: value.confidentiality,
    openedAt: value.openedAt,
    closedAt: value.closedAt,
    fedBackAt: feedbackOf(value)?.at ?? null,
    dueAt: runningDueAt(value),
    nextDeadlineAt: nextDeadline(value)?.at ?? null,
    state: state as unknown as Prisma.InputJsonValue,
  };
};
