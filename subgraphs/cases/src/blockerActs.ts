import { randomUUID } from "node:crypto";
import { earlierResult, once } from "@yimen/kernel/idempotency";
import type { Context } from "./context.js";
import { isOfOutlet } from "./domain/appointmentVisibility.js";
import { NotYourCase, requireStaff, visibility } from "./domain/authority.js";
import { type Blocker, BlockerEscalated, BlockerNotOpen, blockerDueAt } from "./domain/blocker.js";
import { checkPage } from "./domain/page.js";
import { ReasonRequired } from "./domain/refusals.js";
import { findOverdueBlockers, getBlocker, insertBlocker, listBlockers, saveBlocker } from "./store/blockerStore.js";
import { append } from "./store/caseLog.js";
import { getCase, type StoredCase } from "./store/caseStore.js";
import type { Db } from "./store/db.js";

export interface RaiseBlockerInput {
  readonly clientMutationId: string;
  readonly caseId: string;
  readonly description: string;
}

/** Says what stands in the way of a case (R117), by somebody who works on it. @throws StaffOnly, NotYourCase, ReasonRequired */
export async function raiseBlocker(context: Context, input: RaiseBlockerInput): Promise<Blocker> {
  const { db, caller, clock } = context;
  const found = await getCase(db, input.caseId);
  const raisedById = requireInvolved(context, found);
  if (input.description.trim() === "") throw new ReasonRequired();
  const { clientMutationId: key, ...rest } = input;
  const id = randomUUID();
  const request = { caller, mutation: "raiseBlocker", key, input: rest, resultId: id };
  const raisedAt = clock();
  const { regionId, outletId, departmentId } = found;
  const open = { escalatedAt: null, resolution: null, resolvedAt: null, resolvedById: null, version: 1 };
  const concerned = { regionId, outletId, departmentId };
  const blocker = { ...rest, ...concerned, ...open, id, raisedAt, raisedById, dueAt: blockerDueAt(raisedAt) };
  const stored = await db.$transaction((tx) =>
    once(tx, request, async () => {
      await append(tx, await insertBlocker(tx, blocker));
      return id;
    }),
  );
  return getBlocker(db, stored);
}

export interface ResolveBlockerInput {
  readonly clientMutationId: string;
  readonly blockerId: string;
  readonly resolution: string;
}

/**
 * Says how it was resolved; what has gone up, only the coordination office resolves (R117).
 *
 * @throws StaffOnly, NotYourCase, ReasonRequired, BlockerNotOpen, BlockerEscalated
 */
export async function resolveBlocker(context: Context, input: ResolveBlockerInput): Promise<Blocker> {
  const { db, caller, clock } = context;
  const current = await getBlocker(db, input.blockerId);
  const staffId = requireInvolved(context, await getCase(db, current.caseId));
  if (input.resolution.trim() === "") throw new ReasonRequired();
  const { clientMutationId: key, ...rest } = input;
  const request = { caller, mutation: "resolveBlocker", key, input: rest, resultId: current.id };
  if (await earlierResult(db, request)) return current;
  if (current.resolvedAt) throw new BlockerNotOpen(current.id);
  if (current.escalatedAt && caller.claims.role !== "COORDINATOR") throw new BlockerEscalated(current.id);
  const at = clock();
  await db.$transaction((tx) =>
    once(tx, request, async () => {
      const change = { resolution: input.resolution, resolvedAt: at, resolvedById: staffId };
      const resolved = await saveBlocker(tx, current, change, at);
      if (!resolved) throw new BlockerNotOpen(current.id);
      await append(tx, resolved);
      return current.id;
    }),
  );
  return getBlocker(db, current.id);
}

const BATCH = 100; // blockers a look

/** What was not resolved in time goes up to the coordination office, once; several processes may look. @returns how many were looked at */
export async function escalateBlockers(db: Db, now: Date): Promise<number> {
  const overdue = await findOverdueBlockers(db, now, BATCH);
  for (const blocker of overdue) {
    await db.$transaction(async (tx) => {
      const escalated = await saveBlocker(tx, blocker, { escalatedAt: now }, now);
      if (escalated) await append(tx, escalated);
    });
  }
  return overdue.length;
}

/** The blockers of an outlet, for its staff and who oversees it. @throws StaffOnly, NotYourCase, PageTooLarge */
export async function blockers(
  { db, caller }: Context,
  outletId: string,
  { open, first }: { readonly open: boolean; readonly first: number },
): Promise<Blocker[]> {
  requireStaff(caller);
  if (!isOfOutlet(caller, outletId)) throw new NotYourCase();
  checkPage(first);
  return listBlockers(db, outletId, open, first);
}

/** Who works on the case or oversees it: those who see all of it. @throws StaffOnly, NotYourCase */
function requireInvolved({ caller }: Context, found: StoredCase): string {
  const staffId = requireStaff(caller);
  if (visibility(caller, found, found.applicantId) !== "FULL") throw new NotYourCase();
  return staffId;
}
