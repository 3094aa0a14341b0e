import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { approveReplacement } from "../approveReplacement.js";
import { completeFollowUp } from "../completeFollowUp.js";
import type { Context } from "../context.js";
import { nominateReplacement } from "../nominateReplacement.js";
import { recordAppraisal } from "../recordAppraisal.js";
import { visibleReplacements } from "../visibleReplacements.js";
import {
  ApproveReplacementInput,
  CompleteFollowUpInput,
  NominateReplacementInput,
  RecordAppraisalInput,
} from "./appraisalInputs.js";
import { AppraisalType } from "./appraisalTypes.js";
import { ReplacementType } from "./replacementType.js";

@Resolver()
export class AppraisalOperations {
  @StaffOnly()
  @Query(() => [ReplacementType], {
    nullable: true,
    description: "一个网点的重新选派(R173),仅列调用者可见者。 An outlet's replacements, those the caller may see.",
  })
  replacements(@Arg("outletId", () => ID) outletId: string, @Ctx() context: Context) {
    return visibleReplacements(context, outletId);
  }

  @StaffOnly()
  @Mutation(() => AppraisalType, {
    description:
      "记录考核(R167–R173)。拒绝码:NOT_APPRAISER、APPRAISAL_ASPECTS_INVALID、APPRAISAL_PERIOD_INVALID、ALREADY_APPRAISED、APPRAISAL_OUT_OF_ORDER。 Records an appraisal.",
  })
  async recordAppraisal(
    @Arg("input", () => RecordAppraisalInput) input: RecordAppraisalInput,
    @Ctx() context: Context,
  ) {
    return context.loaders.appraisalById.load(await recordAppraisal(context, input));
  }

  @StaffOnly()
  @Mutation(() => AppraisalType, {
    description:
      "办结谈话或整改(R172)。拒绝码:NOT_APPRAISER、FOLLOW_UP_ALREADY_DONE。 Completes a talk or a rectification.",
  })
  async completeFollowUp(
    @Arg("input", () => CompleteFollowUpInput) input: CompleteFollowUpInput,
    @Ctx() context: Context,
  ) {
    return context.loaders.appraisalById.load(await completeFollowUp(context, input));
  }

  @StaffOnly()
  @Mutation(() => ReplacementType, {
    description: "重新选派(R173)。拒绝码:REPLACEMENT_NOT_ALLOWED。 Selects somebody else for the post.",
  })
  async nominateReplacement(
    @Arg("input", () => NominateReplacementInput) input: NominateReplacementInput,
    @Ctx() context: Context,
  ) {
    return context.loaders.replacementById.load(await nominateReplacement(context, input));
  }

  @StaffOnly()
  @Mutation(() => ReplacementType, {
    description: "同意上岗(R173)。拒绝码:REPLACEMENT_NOT_ALLOWED。 Approves; the newcomer is on post from that day.",
  })
  async approveReplacement(
    @Arg("input", () => ApproveReplacementInput) input: ApproveReplacementInput,
    @Ctx() context: Context,
  ) {
    return context.loaders.replacementById.load(await approveReplacement(context, input));
  }
}
