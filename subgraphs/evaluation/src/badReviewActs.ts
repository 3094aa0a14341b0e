import { changeBadReview, type StepInput } from "./changeBadReview.js";
import type { Context } from "./context.js";
import type { AppealVerdict } from "./domain/badReview.js";

/** The steps of the work on a bad review. Those who serve and direct the outlet take them; checks are made from above. */

export const recordReturnVisit = (context: Context, input: StepInput & { readonly account: string }) =>
  changeBadReview(context, "recordReturnVisit", "followUp", input, (act) => ({
    type: "recordReturnVisit",
    ...act,
    account: input.account,
  }));

export const rectify = (context: Context, input: StepInput & { readonly measures: string }) =>
  changeBadReview(context, "rectify", "followUp", input, (act) => ({
    type: "rectify",
    ...act,
    measures: input.measures,
  }));

export const explain = (context: Context, input: StepInput & { readonly reason: string }) =>
  changeBadReview(context, "explain", "followUp", input, (act) => ({ type: "explain", ...act, reason: input.reason }));

export const verifyRectification = (
  context: Context,
  input: StepInput & { readonly accepted: boolean; readonly remark: string },
) =>
  changeBadReview(context, "verifyRectification", "check", input, (act) => ({
    type: "verifyRectification",
    ...act,
    accepted: input.accepted,
    remark: input.remark,
  }));

export const feedBack = (context: Context, input: StepInput & { readonly feedback: string }) =>
  changeBadReview(context, "feedBack", "followUp", input, (act) => ({
    type: "feedBack",
    ...act,
    feedback: input.feedback,
  }));

export const appealBadReview = (context: Context, input: StepInput & { readonly ground: string }) =>
  changeBadReview(context, "appealBadReview", "followUp", input, (act) => ({
    type: "appeal",
    ...act,
    ground: input.ground,
  }));

export const reviewAppeal = (
  context: Context,
  input: StepInput & { readonly verdict: AppealVerdict; readonly reason: string },
) =>
  changeBadReview(context, "reviewAppeal", "check", input, (act) => ({
    type: "reviewAppeal",
    ...act,
    verdict: input.verdict,
    reason: input.reason,
  }));
