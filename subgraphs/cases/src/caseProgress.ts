import type { Context } from "./context.js";
import type { Case } from "./domain/case.js";
import { caseClock } from "./domain/caseClock.js";
import { findHistories, type LogEntry } from "./store/caseLog.js";
import { findCasesByNo } from "./store/caseStore.js";
import type { Db } from "./store/db.js";

/** How far a case is, without a word about who applied or who works on it. */
export interface Progress {
  readonly caseNo: string;
  readonly status: string;
  readonly matterId: string;
  readonly outletId: string;
  readonly openedAt: string;
  readonly acceptedAt: string | null;
  readonly dueOn: string | null;
  readonly remainingDays: number | null;
  readonly missingMaterials: readonly string[];
  readonly steps: readonly { readonly status: string; readonly at: Date }[];
}

/**
 * Progress for whoever holds the receipt (R211). A wrong number and a wrong secret are answered alike, in number of
 * steps and in content.
 *
 * @returns `null` when the number or the secret is wrong
 */
export async function caseProgress(
  { db, receipts, clock }: Context,
  caseNo: string,
  secret: string,
): Promise<Progress | null> {
  const [found] = await findCasesByNo(db, [caseNo.trim()]);
  const matches = receipts.matches("case", found?.id ?? "no such case", secret);
  if (!found || !matches) return null;
  const [progress] = await progressOf(db, [found], clock());
  return progress ?? null;
}

/** How far these cases are, in their order, with one look at the log. */
export async function progressOf(db: Db, cases: readonly Case[], now: Date): Promise<Progress[]> {
  const ids = cases.map(({ id }) => id);
  const histories = Map.groupBy(await findHistories(db, ids), ({ streamId }) => streamId);
  return cases.map((found) => progress(found, histories.get(found.id) ?? [], now));
}

function progress(found: Case, history: readonly LogEntry[], now: Date): Progress {
  const reading = caseClock(found, now);
  return {
    caseNo: found.caseNo,
    status: found.status,
    matterId: found.matterId,
    outletId: found.outletId,
    openedAt: found.openedAt,
    acceptedAt: found.acceptance?.at ?? null,
    dueOn: reading?.dueOn ?? null,
    remainingDays: reading && found.closedAt === null ? reading.remainingDays : null,
    missingMaterials: toBring(found),
    steps: history
      .filter(({ statusBefore, statusAfter }) => statusBefore !== statusAfter)
      .map(({ statusAfter, at }) => ({ status: statusAfter, at })),
  };
}

const toBring = ({ materials, closedAt }: Case): string[] =>
  closedAt ? [] : materials.filter(({ state, required }) => required && state !== "PRESENT").map(({ name }) => name);
