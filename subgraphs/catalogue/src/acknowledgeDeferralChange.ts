import type { Context } from "./context.js";
import { type DeferralNotice, DeferralNoticeNotOpen, NotAtThisWindow } from "./domain/deferralNotice.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { append } from "./store/catalogueLog.js";
import { getDeferralNotice, saveDeferralNotice } from "./store/deferralNoticeStore.js";

export interface AcknowledgeDeferralChangeInput extends MutationInput {
  readonly noticeId: string;
}

/**
 * The window says that it knows which materials may follow later now (R060); by somebody on duty there.
 *
 * @throws NotAtThisWindow, DeferralNoticeNotOpen, SiblingUnavailable
 */
export async function acknowledgeDeferralChange(
  context: Context,
  input: AcknowledgeDeferralChangeInput,
): Promise<DeferralNotice> {
  const { db, clock, staff } = context;
  const { kind, claims } = context.caller;
  const at = clock();
  const onDuty = async () => {
    const { windowId, outletId } = await getDeferralNotice(db, input.noticeId);
    const { staffId } = claims;
    const isThere = kind === "STAFF" && staffId && claims.outletId === outletId;
    if (!isThere || !(await staff.onDuty(staffId, windowId, at))) throw new NotAtThisWindow(windowId);
    return staffId;
  };
  const id = await runOnce(
    context,
    "acknowledgeDeferralChange",
    input,
    async (tx, by: string) => {
      const current = await getDeferralNotice(tx, input.noticeId);
      const answered = await saveDeferralNotice(tx, current, { acknowledgedAt: at, acknowledgedBy: by });
      if (!answered) throw new DeferralNoticeNotOpen(current.id);
      const type = "DeferralChangeAcknowledged";
      await append(tx, { ...answered, stream: "NOTICE" }, { type, windowId: answered.windowId, by }, at);
      return answered.id;
    },
    onDuty,
  );
  return getDeferralNotice(db, id);
}
