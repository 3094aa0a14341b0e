import { type ChangeInput, changeCase } from "./changeCase.js";
import type { Context } from "./context.js";
import { departmentActor, departmentOnDuty, windowActor } from "./onDuty.js";

/** What the department that owns the matter does behind the window; each needs an approver on duty (R055, R079). */

/** 容缺预审: looks at a collected case before everything is there (R042). @throws PreReviewNotOffered */
export const preReviewCase = (
  context: Context,
  input: ChangeInput & { readonly passed: boolean; readonly opinion: string },
) =>
  changeCase(context, "preReviewCase", input, async (current) => ({
    type: "preReview",
    at: context.clock(),
    passed: input.passed,
    opinion: input.opinion,
    by: await departmentActor(context, current),
  }));

export const pickUpCase = (context: Context, input: ChangeInput) =>
  changeCase(context, "pickUpCase", input, async (current) => ({
    type: "pickUp",
    at: context.clock(),
    by: await departmentActor(context, current),
  }));

/** Before acceptance it is the window that tells what has to be corrected (行政许可法 第三十二条), afterwards the department. */
export const requestCorrection = (
  context: Context,
  input: ChangeInput & { readonly requirementIds: readonly string[]; readonly reason: string },
) =>
  changeCase(context, "requestCorrection", input, async (current) => ({
    type: "requestCorrection",
    at: context.clock(),
    requirementIds: input.requirementIds,
    reason: input.reason,
    by: await (current.status === "COLLECTED" ? windowActor : departmentActor)(context, current),
  }));

export const startSpecialProcedure = (context: Context, input: ChangeInput & { readonly reason: string }) =>
  changeCase(context, "startSpecialProcedure", input, async (current) => ({
    type: "startSpecialProcedure",
    at: context.clock(),
    reason: input.reason,
    by: await departmentActor(context, current),
  }));

export const endSpecialProcedure = (context: Context, input: ChangeInput & { readonly result: string }) =>
  changeCase(context, "endSpecialProcedure", input, async (current) => ({
    type: "endSpecialProcedure",
    at: context.clock(),
    result: input.result,
    by: await departmentActor(context, current),
  }));

export const extendLimit = (
  context: Context,
  input: ChangeInput & { readonly workingDays: number; readonly reason: string },
) =>
  changeCase(context, "extendLimit", input, async (current) => ({
    type: "extend",
    at: context.clock(),
    workingDays: input.workingDays,
    reason: input.reason,
    by: await departmentActor(context, current),
  }));

/** 审核上报: an important matter goes up to the head of the department, with an opinion (R128). */
export const reportUp = (context: Context, input: ChangeInput & { readonly opinion: string }) =>
  changeCase(context, "reportUp", input, async (current) => ({
    type: "reportUp",
    at: context.clock(),
    opinion: input.opinion,
    by: await departmentActor(context, current),
  }));

export const decideCase = (
  context: Context,
  input: ChangeInput & { readonly granted: boolean; readonly reason: string },
) =>
  changeCase(context, "decideCase", input, async (current) => {
    const { role, ...by } = await departmentOnDuty(context, current);
    return {
      type: "decide",
      at: context.clock(),
      granted: input.granted,
      reason: input.reason,
      by,
      heads: role === "DEPARTMENT_HEAD",
    };
  });

export const issueResult = (context: Context, input: ChangeInput) =>
  changeCase(context, "issueResult", input, async (current) => ({
    type: "issueResult",
    at: context.clock(),
    by: await departmentActor(context, current),
  }));
