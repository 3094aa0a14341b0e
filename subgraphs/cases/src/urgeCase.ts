import { type ChangeInput, changeCase } from "./changeCase.js";
import type { Context } from "./context.js";
import { requireUrger } from "./domain/authority.js";

/** 督办: presses the department to finish a case (R110, R131); it is logged on the case and told as an alert. */
export const urgeCase = (context: Context, input: ChangeInput & { readonly reason: string }) =>
  changeCase(context, "urgeCase", input, (current) => ({
    type: "urge",
    at: context.clock(),
    reason: input.reason,
    by: { staffId: requireUrger(context.caller, current), actingForId: null },
  }));
