import { randomUUID } from "node:crypto";
import { earlierResult, once } from "@yimen/kernel/idempotency";
import type { Context } from "./context.js";
import { ReasonRequired } from "./domain/refusals.js";
import { departmentOf, holdsSealRight, type SealUse, sealUse } from "./domain/seal.js";
import { requireAlertCloser, requireSealUser } from "./domain/sealAuthority.js";
import { append } from "./store/caseLog.js";
import { closeSealAlertRow, findDecidedCase, getSealUse, insertSealUse } from "./store/sealStore.js";

export interface RecordSealUseInput {
  readonly clientMutationId: string;
  readonly sealId: string;
  readonly caseId?: string | null;
  readonly documentNo: string;
}

/**
 * Records that a seal was used (R126): approved when it belongs to a decided case of the department and its user has
 * the right, else an alert, in the same transaction. A use is never refused for being irregular: it has happened.
 *
 * @throws SealNotFound, StaffOnly, NotYourSeal, ReasonRequired, SiblingUnavailable
 */
export async function recordSealUse(context: Context, input: RecordSealUseInput): Promise<SealUse> {
  const { db, caller, staff, clock } = context;
  const departmentId = departmentOf(input.sealId);
  const { staffId, outletId } = requireSealUser(caller, departmentId);
  const { clientMutationId: key, documentNo, ...rest } = input;
  if (documentNo.trim() === "") throw new ReasonRequired();
  const id = randomUUID();
  const request = { caller, mutation: "recordSealUse", key, input: { documentNo, ...rest }, resultId: id };
  const earlier = await earlierResult(db, request);
  if (earlier) return getSealUse(db, earlier);

  const at = clock();
  const duty = await staff.approverDuty(staffId, departmentId, at);
  const by = { staffId, actingForId: duty.actingForId };
  const recorded = await db.$transaction((tx) =>
    once(tx, request, async () => {
      const caseId = await findDecidedCase(tx, { departmentId, documentNo, caseId: input.caseId ?? null });
      const use = sealUse({ id, departmentId, outletId, caseId, documentNo, at, by }, holdsSealRight(duty));
      await append(tx, await insertSealUse(tx, use));
      return id;
    }),
  );
  return getSealUse(db, recorded);
}

export interface CloseSealAlertInput {
  readonly clientMutationId: string;
  readonly sealUseId: string;
  readonly finding: string;
}

/** Closes an alert with what the inquiry found (R126: 闭环管理). @throws SealAlertNotOpen, NotYourSeal, ReasonRequired */
export async function closeSealAlert(context: Context, input: CloseSealAlertInput): Promise<SealUse> {
  const { db, caller, clock } = context;
  const use = await getSealUse(db, input.sealUseId);
  const closedById = requireAlertCloser(caller, use);
  const { clientMutationId: key, ...rest } = input;
  if (input.finding.trim() === "") throw new ReasonRequired();
  const request = { caller, mutation: "closeSealAlert", key, input: rest, resultId: use.id };
  await db.$transaction((tx) =>
    once(tx, request, async () => {
      const closing = { finding: input.finding, closedAt: clock(), closedById };
      await append(tx, await closeSealAlertRow(tx, use, closing));
      return use.id;
    }),
  );
  return getSealUse(db, use.id);
}
