import { FirstOnes, StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { proxyRequests, serviceModeCounts } from "../listProxyRequests.js";
import { authoriseProxy, closeProxy, handOverProxy, linkProxyCase, requestProxy } from "../proxyActs.js";
import {
  AuthoriseProxyInput,
  CloseProxyInput,
  HandOverProxyInput,
  LinkProxyCaseInput,
  ModeArgs,
  RequestProxyInput,
} from "./proxyInputs.js";
import { ProxyRequestType, ServiceModeCountType } from "./proxyTypes.js";

@Resolver()
export class ProxyOperations {
  @FirstOnes()
  @StaffOnly()
  @Query(() => [ProxyRequestType], {
    nullable: true,
    description: "网点负责或曾受理的帮办代办,新的在前。 What an outlet is or was responsible for, newest first.",
  })
  proxyRequests(
    @Ctx() context: Context,
    @Arg("outletId", () => ID) outletId: string,
    @Arg("open", () => Boolean, { defaultValue: false }) open: boolean,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
  ) {
    return proxyRequests(context, outletId, { open, first });
  }

  @StaffOnly()
  @Query(() => [ServiceModeCountType], { nullable: true, description: "各服务模式件数(R102)。 Requests by mode." })
  serviceModeCounts(@Args(() => ModeArgs) { outletId, ...period }: ModeArgs, @Ctx() context: Context) {
    return serviceModeCounts(context, outletId, period);
  }

  @StaffOnly()
  @Mutation(() => ProxyRequestType, {
    description:
      "登记帮办代办、上门等服务申请,免费(R101–R106)。拒绝码:SERVICE_IS_FREE、MATTER_NOT_ON_PROXY_LIST。 Takes down who asks to be helped.",
  })
  requestProxy(@Arg("input", () => RequestProxyInput) input: RequestProxyInput, @Ctx() context: Context) {
    return requestProxy(context, input);
  }

  @StaffOnly()
  @Mutation(() => ProxyRequestType, {
    description: "移交其他网点,仍为同一件(R003)。拒绝码:HANDOVER_NOT_POSSIBLE。 Passes it sideways, up or down.",
  })
  handOverProxy(@Arg("input", () => HandOverProxyInput) input: HandOverProxyInput, @Ctx() context: Context) {
    return handOverProxy(context, input);
  }

  @StaffOnly()
  @Mutation(() => ProxyRequestType, { description: "登记申请人的书面委托(R112)。 Records the authorisation." })
  authoriseProxy(@Arg("input", () => AuthoriseProxyInput) input: AuthoriseProxyInput, @Ctx() context: Context) {
    return authoriseProxy(context, input);
  }

  @StaffOnly()
  @Mutation(() => ProxyRequestType, {
    description:
      "关联代办的办件;全程代办须先有委托(R112)。拒绝码:AUTHORISATION_MISSING。 Notes the case opened for it.",
  })
  linkProxyCase(@Arg("input", () => LinkProxyCaseInput) input: LinkProxyCaseInput, @Ctx() context: Context) {
    return linkProxyCase(context, input);
  }

  @StaffOnly()
  @Mutation(() => ProxyRequestType, {
    description: "反馈结果后办结(R118)。拒绝码:RESULT_NOT_TOLD_YET。 Ends it once the result was told.",
  })
  closeProxy(@Arg("input", () => CloseProxyInput) input: CloseProxyInput, @Ctx() context: Context) {
    return closeProxy(context, input);
  }
}
