import { ClientMutation } from "@yimen/kernel/clientMutation";
import { InstantScalar } from "@yimen/kernel/scalars";
import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import type { AppointmentChannel } from "../domain/appointment.js";
import type { AgentService, KeyGroup, ServiceMode } from "../domain/proxyRequest.js";
import { AppointmentChannelEnum } from "./enums.js";
import { AgentServiceEnum, KeyGroupEnum, ServiceModeEnum } from "./proxyEnums.js";

@InputType({ description: "帮办代办申请,免费(R120)。 Help or representation, free of charge." })
export class RequestProxyInput extends ClientMutation {
  @Field(() => ID)
  outletId!: string;
  @Field(() => ID)
  matterId!: string;
  @Field(() => ServiceModeEnum)
  mode!: ServiceMode;
  @Field(() => AppointmentChannelEnum, {
    defaultValue: "ONSITE",
    description: "如何提出(R106)。 How it was asked for.",
  })
  channel!: AppointmentChannel;
  @Field(() => KeyGroupEnum, { nullable: true })
  keyGroup?: KeyGroup | null;
  @Field(() => [AgentServiceEnum], { defaultValue: [] })
  services!: AgentService[];
  @Field(() => Int, { defaultValue: 0, description: "只能为 0(R101)。 Nothing but 0." })
  fee!: number;
  @Field(() => String)
  name!: string;
  @Field(() => String, { nullable: true })
  phone?: string | null;
  @Field(() => String, { nullable: true, description: "上门地址。 Where to come to." })
  address?: string | null;
  @Field(() => ID, { nullable: true })
  applicantId?: string | null;
}

@InputType()
export abstract class ProxyRequestInput extends ClientMutation {
  @Field(() => ID)
  proxyRequestId!: string;
}

@InputType()
export class HandOverProxyInput extends ProxyRequestInput {
  @Field(() => ID)
  toOutletId!: string;
  @Field(() => String)
  reason!: string;
}

@InputType()
export class AuthoriseProxyInput extends ProxyRequestInput {
  @Field(() => String, { description: "委托书编号。 Number of the written authorisation." })
  documentNo!: string;
  @Field(() => String, { description: "委托事项。 What it covers." })
  scope!: string;
}

@InputType()
export class LinkProxyCaseInput extends ProxyRequestInput {
  @Field(() => ID)
  caseId!: string;
}

@InputType()
export class CloseProxyInput extends ProxyRequestInput {
  @Field(() => String)
  result!: string;
  @Field(() => AppointmentChannelEnum, { description: "如何反馈申请人。 How the applicant was told." })
  fedBackBy!: AppointmentChannel;
}

@ArgsType()
export class ModeArgs {
  @Field(() => ID)
  outletId!: string;
  @Field(() => InstantScalar)
  from!: Date;
  @Field(() => InstantScalar)
  to!: Date;
}
