import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { announceEntrustment } from "../announceEntrustment.js";
import { activateEntrustment, endEntrustment } from "../changeEntrustment.js";
import { reactivateMatter, suspendMatter } from "../changeMatterState.js";
import type { Context } from "../context.js";
import { publishGuideVersion } from "../publishGuideVersion.js";
import { suspendDormantMatters } from "../suspendDormantMatters.js";
import { EntrustmentType } from "./entrustmentType.js";
import { GuideVersionType } from "./guideType.js";
import {
  AnnounceEntrustmentInput,
  ChangeEntrustmentInput,
  ChangeMatterStateInput,
  PublishGuideVersionInput,
  SuspendDormantMattersInput,
} from "./inputs.js";
import { MatterType } from "./matterType.js";

/** By the department's director or chief representative, or by the coordination office; see `domain/maintenance.ts`. */
@Resolver()
export class CatalogueMutations {
  @StaffOnly()
  @Mutation(() => GuideVersionType, {
    description:
      "发布办事指南及规程(R027)。拒绝码:GUIDE_INCOMPLETE、PROMISE_ABOVE_STATUTORY(R036)、MATERIAL_WITHOUT_BASIS(R061)、CANCELLED_PROOF_REQUIRED(R039)等。 Publishes a guide; running cases keep theirs.",
  })
  publishGuideVersion(
    @Arg("input", () => PublishGuideVersionInput) input: PublishGuideVersionInput,
    @Ctx() context: Context,
  ) {
    return publishGuideVersion(context, input);
  }

  @StaffOnly()
  @Mutation(() => EntrustmentType, {
    description: "公告进驻或委托(R057)。 Announces it; nothing changes for applicants yet.",
  })
  announceEntrustment(
    @Arg("input", () => AnnounceEntrustmentInput) input: AnnounceEntrustmentInput,
    @Ctx() context: Context,
  ) {
    return announceEntrustment(context, input);
  }

  @StaffOnly()
  @Mutation(() => EntrustmentType, {
    description:
      "委托生效:指南、受理清单、样本、公告、首席代表齐备(R058),否则 ENTRUSTMENT_INCOMPLETE。 Lets it take effect.",
  })
  activateEntrustment(
    @Arg("input", () => ChangeEntrustmentInput) input: ChangeEntrustmentInput,
    @Ctx() context: Context,
  ) {
    return activateEntrustment(context, input);
  }

  @StaffOnly()
  @Mutation(() => EntrustmentType, {
    description: "终止委托:部门恢复自行受理。 Ends it; the department accepts itself again.",
  })
  endEntrustment(@Arg("input", () => ChangeEntrustmentInput) input: ChangeEntrustmentInput, @Ctx() context: Context) {
    return endEntrustment(context, input);
  }

  @StaffOnly()
  @Mutation(() => MatterType, { description: "挂起事项,仅协调办。 Suspends a matter; coordination office only." })
  suspendMatter(@Arg("input", () => ChangeMatterStateInput) input: ChangeMatterStateInput, @Ctx() context: Context) {
    return suspendMatter(context, input);
  }

  @StaffOnly()
  @Mutation(() => MatterType, {
    description: "恢复挂起的事项,仅协调办(R044)。 Takes it up again; coordination office only.",
  })
  reactivateMatter(@Arg("input", () => ChangeMatterStateInput) input: ChangeMatterStateInput, @Ctx() context: Context) {
    return reactivateMatter(context, input);
  }

  @StaffOnly()
  @Mutation(() => [MatterType], {
    description: "挂起三年无申请的事项(R043),仅协调办。 Suspends what nobody applied for.",
  })
  suspendDormantMatters(
    @Arg("input", () => SuspendDormantMattersInput) input: SuspendDormantMattersInput,
    @Ctx() context: Context,
  ) {
    return suspendDormantMatters(context, input);
  }
}
