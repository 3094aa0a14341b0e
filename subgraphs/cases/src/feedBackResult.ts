import { type ChangeInput, changeCase } from "./changeCase.js";
import type { Context } from "./context.js";
import { isOfOutlet } from "./domain/appointmentVisibility.js";
import { NotYourCase, requireOutletStaff, requireStaff } from "./domain/authority.js";
import type { Case } from "./domain/case.js";
import type { FeedbackChannel } from "./domain/feedback.js";
import { checkPage } from "./domain/page.js";
import { type VisibleCase, visibleTo } from "./loaders.js";
import { type ClosedAt, countFeedback, type FeedbackCounts, findNotFedBack } from "./store/feedbackStore.js";

/**
 * Records that the applicant was told the result, by the outlet that took the case or whose agent handed it in (R088,
 * I-K21).
 *
 * @throws NothingToFeedBack, TransitionNotAllowed, StaffOnly, NotYourCase
 */
export const feedBackResult = (context: Context, input: ChangeInput & { readonly channel: FeedbackChannel }) =>
  changeCase(context, "feedBackResult", input, (current) => ({
    type: "feedBack",
    at: context.clock(),
    channel: input.channel,
    by: { staffId: whoTells(context, current), actingForId: null },
  }));

/** An authorised agent tells whom it stood for. @throws StaffOnly, NotYourCase */
const whoTells = ({ caller }: Context, { outletId, agentOutletId }: Case): string =>
  requireOutletStaff(caller, {
    outletId: agentOutletId && caller.claims.outletId === agentOutletId ? agentOutletId : outletId,
  });

/** What an outlet fed back of the cases closed in a time. */
export interface ResultFeedback extends FeedbackCounts {
  readonly asked: ClosedAt;
}

/** For the outlet's staff and who oversees it. @throws StaffOnly, NotYourCase */
export async function resultFeedback({ db, caller }: Context, asked: ClosedAt): Promise<ResultFeedback> {
  requireStaff(caller);
  if (!isOfOutlet(caller, asked.outletId)) throw new NotYourCase();
  return { ...(await countFeedback(db, asked)), asked };
}

/** Those it did not, the longest waiting first. @throws PageTooLarge */
export async function notFedBack({ db, caller }: Context, asked: ClosedAt, first: number): Promise<VisibleCase[]> {
  checkPage(first);
  return visibleTo(caller, await findNotFedBack(db, asked, first));
}
