import { FirstOnes, InsidersOnly, StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { handInOnline } from "../handInOnline.js";
import { fullView } from "../inFull.js";
import { waitingOnline } from "../listVisibleCases.js";
import { supplyMaterials, takeUpCase, withdrawOwnCase } from "../onlineActs.js";
import { CaseType } from "./caseType.js";
import { ReasonInput } from "./inputs.js";
import { HandInOnlineInput, SupplyMaterialsInput, TakeUpCaseInput } from "./onlineInputs.js";
import { OpenCasePayload, openedPayload } from "./windowMutations.js";

/** 群众外网申报、审批线上流转、结果在线可查 (R064). */
@Resolver()
export class OnlineOperations {
  @FirstOnes()
  @StaffOnly()
  @Query(() => [CaseType], {
    nullable: true,
    description:
      "本窗口可认领的网上申请(“一件事”另见 bundlesWaitingOnline),最早的在前,至多 100。 Online cases that this window may take up, those of bundles apart; the earliest first, at most 100.",
  })
  waitingOnline(
    @Arg("windowId", () => ID) windowId: string,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Ctx() context: Context,
  ) {
    return waitingOnline(context, windowId, first);
  }

  @InsidersOnly()
  @Mutation(() => OpenCasePayload, {
    description:
      "网上申办:申请人本人,或凭委托的代办人员。拒绝码:MATTER_NOT_HANDLED_ONLINE、OUTLET_DOES_NOT_TAKE_MATTER、MATERIALS_MISSING、SITUATION_NOT_CLEAR、FORM_NOT_VALID、DOCUMENT_NOT_VALID、AUTHORISATION_MISSING(R112)。 Hands in without coming.",
  })
  async handInOnline(
    @Arg("input", () => HandInOnlineInput) input: HandInOnlineInput,
    @Ctx() context: Context,
  ): Promise<OpenCasePayload> {
    return openedPayload(await handInOnline(context, input), context);
  }

  @StaffOnly()
  @Mutation(() => CaseType, {
    description:
      "窗口认领网上申请并预审;之后与窗口收件一样办理。拒绝码:NOT_HANDED_IN_ONLINE、BUNDLE_TAKEN_UP_TOGETHER 及收件各码。 A window takes up what waits online.",
  })
  async takeUpCase(@Arg("input", () => TakeUpCaseInput) input: TakeUpCaseInput, @Ctx() context: Context) {
    return fullView(await takeUpCase(context, input));
  }

  @InsidersOnly()
  @Mutation(() => CaseType, {
    description:
      "申请人网上补交、补正材料。拒绝码:CORRECTION_NOT_COMPLETE、MATERIAL_NOT_AWAITED、DOCUMENT_NOT_VALID。 The applicant hands in what is missing or to be put right.",
  })
  async supplyMaterials(
    @Arg("input", () => SupplyMaterialsInput) input: SupplyMaterialsInput,
    @Ctx() context: Context,
  ) {
    return fullView(await supplyMaterials(context, input));
  }

  @InsidersOnly()
  @Mutation(() => CaseType, { description: "申请人网上撤回本人办件。 The applicant takes back a case of their own." })
  async withdrawOwnCase(@Arg("input", () => ReasonInput) input: ReasonInput, @Ctx() context: Context) {
    return fullView(await withdrawOwnCase(context, input));
  }
}
