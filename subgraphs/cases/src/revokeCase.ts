import { type ChangeInput, changeCase } from "./changeCase.js";
import type { Context } from "./context.js";
import type { HolderHearing, RevocationGround } from "./domain/revocation.js";
import { departmentOnDuty } from "./onDuty.js";

export interface RevokeCaseInput extends ChangeInput {
  readonly ground: RevocationGround;
  readonly reason: string;
  readonly documentNo: string;
  readonly noticedAt: Date;
  readonly heard: HolderHearing;
}

/**
 * 撤销: takes back what was granted, by the head of the department that decided (I-K13, 行政许可法 第六十九条).
 *
 * @throws NothingToRevoke, RevocationNotYours, HolderNotNoticed, ReasonRequired, TransitionNotAllowed, and the refusals
 * of `onDuty.ts`
 */
export const revokeCase = (context: Context, input: RevokeCaseInput) =>
  changeCase(context, "revokeCase", input, async (current) => {
    const { role, ...by } = await departmentOnDuty(context, current);
    const { ground, reason, documentNo, noticedAt, heard } = input;
    const heads = role === "DEPARTMENT_HEAD";
    return { type: "revoke", at: context.clock(), ground, reason, documentNo, noticedAt, heard, by, heads };
  });
