import { FirstOnes, InsidersOnly, StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { bundlesWaitingOnline, takeUpBundle } from "../bundleOnlineActs.js";
import type { Context } from "../context.js";
import { handInBundleOnline } from "../handInBundleOnline.js";
import { fullBundle } from "../loaders.js";
import { BundleCaseType } from "./bundleCaseType.js";
import { HandInBundleOnlineInput, TakeUpBundleInput } from "./bundleOnlineInputs.js";
import { SubmitBundlePayload, submittedBundle } from "./bundleOperations.js";

/** One thing handed in once, without coming (R064, R069). */
@Resolver()
export class BundleOnlineOperations {
  @FirstOnes()
  @StaffOnly()
  @Query(() => [BundleCaseType], {
    nullable: true,
    description:
      "本窗口可认领的网上“一件事”,最早的在前,至多 100。 Bundles handed in online that this window may take up, the earliest first, at most 100.",
  })
  bundlesWaitingOnline(
    @Arg("windowId", () => ID) windowId: string,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Ctx() context: Context,
  ) {
    return bundlesWaitingOnline(context, windowId, first);
  }

  @InsidersOnly()
  @Mutation(() => SubmitBundlePayload, {
    description:
      "“一件事”网上一次提交,由申请人本人:同时生成全部子办件,或一件也不生成(R069)。拒绝码:APPLICANT_ONLY、MATTER_NOT_HANDLED_ONLINE、OUTLET_DOES_NOT_TAKE_MATTER、OUTLET_TAKES_NO_BUNDLES、MATERIALS_MISSING、MATERIAL_TYPE_NOT_IN_BUNDLE、SITUATION_NOT_CLEAR、FORM_NOT_VALID、DOCUMENT_NOT_VALID、JOINT_LIMIT_ABOVE_STATUTORY。 Hands in one thing once without coming: all of its sub-cases or none.",
  })
  async handInBundleOnline(
    @Arg("input", () => HandInBundleOnlineInput) input: HandInBundleOnlineInput,
    @Ctx() context: Context,
  ): Promise<SubmitBundlePayload> {
    return submittedBundle(await handInBundleOnline(context, input), context);
  }

  @StaffOnly()
  @Mutation(() => BundleCaseType, {
    description:
      "窗口一并认领网上“一件事”的全部事项;之后与窗口收件一样办理。拒绝码:NOT_HANDED_IN_ONLINE、WINDOW_TAKES_NO_BUNDLES 及收件各码。 A window takes up all of a bundle that waits online.",
  })
  async takeUpBundle(@Arg("input", () => TakeUpBundleInput) input: TakeUpBundleInput, @Ctx() context: Context) {
    return fullBundle(await takeUpBundle(context, input));
  }
}
