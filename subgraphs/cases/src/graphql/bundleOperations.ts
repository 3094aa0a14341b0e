import { FirstOnes, Guessable, StaffOnly } from "@yimen/kernel/accessDirectives";
import { InstantScalar, PlainDateScalar } from "@yimen/kernel/scalars";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { acceptBundle, receiveBundleMaterials } from "../bundleActs.js";
import { bundleProgress } from "../bundleProgress.js";
import type { Context } from "../context.js";
import type { CaseChannel } from "../domain/case.js";
import { listVisibleBundles } from "../listVisibleBundles.js";
import { fullBundle } from "../loaders.js";
import { measureBundles } from "../measureBundles.js";
import type { StoredBundleCase } from "../store/bundleCaseStore.js";
import { submitBundle } from "../submitBundle.js";
import { BundleCaseType } from "./bundleCaseType.js";
import { AcceptBundleInput, BundleMaterialsInput, SubmitBundleInput } from "./bundleInputs.js";
import { BundleShareType } from "./bundleShareType.js";
import { CaseChannelEnum } from "./enums.js";
import { ProgressType } from "./progressType.js";
import { CaseReceipt } from "./windowMutations.js";

@InputType({ description: "筛选条件;未填的不筛选。 What is left out does not narrow." })
export class BundleCaseFilter {
  @Field(() => ID, { nullable: true })
  outletId?: string;
  @Field(() => ID, { nullable: true })
  bundleId?: string;
  @Field(() => Boolean, { nullable: true, description: "仅未办结。 Only those that are not closed." })
  open?: boolean;
  @Field(() => CaseChannelEnum, { nullable: true })
  channel?: CaseChannel;
  @Field(() => Boolean, { nullable: true, description: "仅本人申请的。 Only those the caller has applied for." })
  mine?: boolean;
}

@ObjectType("BundleProgress", {
  description: "“一件事”进度,不含个人信息。 How far a bundle is, without personal data.",
})
export class BundleProgressType {
  @Field(() => String)
  bundleNo!: string;
  @Field(() => InstantScalar, { nullable: true })
  closedAt!: Date | null;
  @Field(() => PlainDateScalar, { nullable: true, description: "最迟办结日。 The last day for all of it." })
  dueOn!: string | null;
  @Field(() => [ProgressType])
  cases!: ProgressType[];
}

@ObjectType()
export class SubmitBundlePayload {
  @Field(() => BundleCaseType)
  bundleCase!: object;
  @Field(() => CaseReceipt, { description: "一张凭证:编号与查询码。 The one receipt." })
  receipt!: CaseReceipt;
}

/** The bundle just handed in, and the receipt that nobody is told again. */
export const submittedBundle = (submitted: StoredBundleCase, { receipts }: Context): SubmitBundlePayload => ({
  bundleCase: fullBundle(submitted),
  receipt: { caseNo: submitted.bundleNo, secret: receipts.secretOf("bundle", submitted.id) },
});

@Resolver()
export class BundleOperations {
  @Query(() => BundleCaseType, { nullable: true, description: "按编号查“一件事”办件。 If the caller may know of it." })
  bundleCase(@Arg("id", () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.bundleCaseById.load(id);
  }

  @FirstOnes()
  @Query(() => [BundleCaseType], {
    nullable: true,
    description: "“一件事”办件,新的在前,至多 100。 Newest first, at most 100.",
  })
  bundleCases(
    @Ctx() context: Context,
    @Arg("filter", () => BundleCaseFilter, { nullable: true }) filter: BundleCaseFilter | null,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
  ) {
    return listVisibleBundles(context, filter ?? {}, first);
  }

  @Guessable("bundleNo")
  @Query(() => BundleProgressType, {
    nullable: true,
    description: "凭编号和查询码查“一件事”进度(R211)。 Progress by number and secret; null when either is wrong.",
  })
  bundleProgress(
    @Arg("bundleNo", () => String) bundleNo: string,
    @Arg("secret", () => String) secret: string,
    @Ctx() context: Context,
  ) {
    return bundleProgress(context, bundleNo, secret);
  }

  @Query(() => BundleShareType, {
    nullable: true,
    description: "一年中“一件事”占办件的比例(R070),两种口径。 The share of bundles in a year's cases, read both ways.",
  })
  bundleShare(
    @Arg("regionId", () => ID) regionId: string,
    @Arg("year", () => Int) year: number,
    @Ctx() context: Context,
  ) {
    return measureBundles(context, regionId, year);
  }

  @StaffOnly()
  @Mutation(() => SubmitBundlePayload, {
    description:
      "“一件事”一次提交:同时生成全部子办件,或一件也不生成(R069)。拒绝码:WINDOW_TAKES_NO_BUNDLES、MATERIAL_TYPE_NOT_IN_BUNDLE、FORM_NOT_VALID、JOINT_LIMIT_ABOVE_STATUTORY 及收件各码。 Hands in one thing once: all of its sub-cases or none.",
  })
  async submitBundle(
    @Arg("input", () => SubmitBundleInput) input: SubmitBundleInput,
    @Ctx() context: Context,
  ): Promise<SubmitBundlePayload> {
    return submittedBundle(await submitBundle(context, input), context);
  }

  @StaffOnly()
  @Mutation(() => BundleCaseType, {
    description:
      "一并受理:联办总时限由此起算。拒绝码:CASE_NOT_TAKEN_UP、BUNDLE_NOT_COLLECTED、MATERIALS_MISSING。 Accepts all sub-cases at once.",
  })
  async acceptBundle(@Arg("input", () => AcceptBundleInput) input: AcceptBundleInput, @Ctx() context: Context) {
    return fullBundle(await acceptBundle(context, input));
  }

  @StaffOnly()
  @Mutation(() => BundleCaseType, {
    description:
      "补收一份材料,供所有需要它的事项。拒绝码:MATERIAL_TYPE_NOT_IN_BUNDLE。 Takes in a paper for every matter that needs it.",
  })
  async receiveBundleMaterials(
    @Arg("input", () => BundleMaterialsInput) input: BundleMaterialsInput,
    @Ctx() context: Context,
  ) {
    return fullBundle(await receiveBundleMaterials(context, input));
  }
}
