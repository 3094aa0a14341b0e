import { type ComplaintStepInput, changeComplaint } from "./changeComplaint.js";
import type { Context } from "./context.js";

/** The steps of the work on a complaint (R191). */

export const acceptComplaint = (context: Context, input: ComplaintStepInput) =>
  changeComplaint(context, "acceptComplaint", input, (act) => ({ type: "accept", ...act }));

export const investigateComplaint = (
  context: Context,
  input: ComplaintStepInput & { readonly findings: string; readonly substantiated: boolean },
) =>
  changeComplaint(context, "investigateComplaint", input, (act) => ({
    type: "investigate",
    ...act,
    findings: input.findings,
    substantiated: input.substantiated,
  }));

export const answerComplaint = (context: Context, input: ComplaintStepInput & { readonly answer: string }) =>
  changeComplaint(context, "answerComplaint", input, (act) => ({ type: "answer", ...act, answer: input.answer }));
