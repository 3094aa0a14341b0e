import { Personal } from "@yimen/kernel/accessDirectives";
import { InstantScalar } from "@yimen/kernel/scalars";
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { AppointmentChannel } from "../domain/appointment.js";
import type {
  AgentService,
  Authorisation,
  Handover,
  HandoverDirection,
  KeyGroup,
  ProxyRequest,
  ServiceMode,
} from "../domain/proxyRequest.js";
import { CaseType } from "./caseType.js";
import { AppointmentChannelEnum } from "./enums.js";
import { OutletType } from "./outletType.js";
import { AgentServiceEnum, HandoverDirectionEnum, KeyGroupEnum, ServiceModeEnum } from "./proxyEnums.js";
import { MatterReference, StaffMemberReference } from "./references.js";
import { VisitType } from "./visitType.js";

@ObjectType("ProxyAuthorisation", { description: "申请人的书面委托(R112)。 The applicant's written authorisation." })
export class AuthorisationType implements Authorisation {
  @Field(() => String)
  documentNo!: string;
  @Field(() => String)
  scope!: string;
  @Field(() => InstantScalar)
  at!: string;
}

@ObjectType("ProxyHandover", {
  description: "一次移交:平级、向上或向下(R003)。 A step of the trail of responsibility.",
})
export class HandoverType {
  @Field(() => HandoverDirectionEnum)
  direction!: HandoverDirection;
  @Field(() => String)
  reason!: string;
  @Field(() => InstantScalar)
  at!: string;
}

@Resolver(() => HandoverType)
export class HandoverResolver {
  @FieldResolver(() => OutletType, { nullable: true })
  from(@Root() { fromOutletId }: Handover): OutletType {
    return { id: fromOutletId };
  }

  @FieldResolver(() => OutletType, { nullable: true })
  to(@Root() { toOutletId }: Handover): OutletType {
    return { id: toOutletId };
  }

  @FieldResolver(() => StaffMemberReference, { nullable: true })
  by(@Root() { byId }: Handover): StaffMemberReference {
    return { id: byId };
  }
}

@ObjectType("ProxyPerson", { description: "申请人(个人信息)。 Who asks to be helped: personal data." })
export class ProxyPersonType {
  @Personal("NAME")
  @Field(() => String)
  name!: string;
  @Personal("PHONE")
  @Field(() => String, { nullable: true })
  phone!: string | null;
  @Personal("ADDRESS")
  @Field(() => String, { nullable: true })
  address!: string | null;
}

@ObjectType("ProxyRequest", {
  description:
    "帮办代办(R003、R112、R118):移交后仍为同一件。 Help or representation; it stays one wherever it is passed.",
})
export class ProxyRequestType {
  @Field(() => ID)
  id!: string;
  @Field(() => ServiceModeEnum)
  mode!: ServiceMode;
  @Field(() => AppointmentChannelEnum)
  channel!: AppointmentChannel;
  @Field(() => KeyGroupEnum, { nullable: true, description: "重点群体(不公开)。 Confidential." })
  keyGroup!: KeyGroup | null;
  @Field(() => [AgentServiceEnum])
  services!: readonly AgentService[];
  @Field(() => AuthorisationType, { nullable: true })
  authorisation!: Authorisation | null;
  @Field(() => [HandoverType], { description: "责任链,从早到晚。 The trail of responsibility, oldest first." })
  handovers!: readonly Handover[];
  @Field(() => String, { nullable: true })
  result!: string | null;
  @Field(() => AppointmentChannelEnum, { nullable: true, description: "如何反馈(R118)。 How the applicant was told." })
  fedBackBy!: AppointmentChannel | null;
  @Field(() => InstantScalar)
  openedAt!: Date;
  @Field(() => InstantScalar, { nullable: true })
  closedAt!: Date | null;
}

@ObjectType("ServiceModeCount", { description: "一种服务模式的件数(R102)。 How often a mode was asked for." })
export class ServiceModeCountType {
  @Field(() => ServiceModeEnum)
  mode!: ServiceMode;
  @Field(() => Int)
  count!: number;
}

@Resolver(() => ProxyRequestType)
export class ProxyRequestResolver {
  @FieldResolver(() => Int, { description: "恒为 0:免费(R101、R120)。 Always 0." })
  fee(): number {
    return 0;
  }

  @FieldResolver(() => MatterReference, { nullable: true })
  matter(@Root() { matterId }: ProxyRequest): MatterReference {
    return { id: matterId };
  }

  @FieldResolver(() => OutletType, { nullable: true, description: "现责任网点。 Who is responsible now." })
  outlet(@Root() { outletId }: ProxyRequest): OutletType {
    return { id: outletId };
  }

  @FieldResolver(() => CaseType, { nullable: true })
  case(@Root() { caseId }: ProxyRequest, @Ctx() { loaders }: Context) {
    return caseId === null ? null : loaders.caseById.load(caseId);
  }

  @FieldResolver(() => VisitType, {
    nullable: true,
    description: "办结后的服务记录,可评价一次(R180)。 The service once it has ended; rated once.",
  })
  service(@Root() { id }: ProxyRequest, @Ctx() { loaders }: Context) {
    return loaders.serviceOfRequest.load(id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "评价码,交给办事人,凭此评价一次;办结前为空。 Given to the applicant, who rates the service with it.",
  })
  async evaluationToken(@Root() { id }: ProxyRequest, @Ctx() { loaders, receipts }: Context): Promise<string | null> {
    const service = await loaders.serviceOfRequest.load(id);
    return service && receipts.secretOf("visit", service.id);
  }

  @FieldResolver(() => ProxyPersonType, { nullable: true })
  person(@Root() { id }: ProxyRequest, @Ctx() { loaders }: Context) {
    return loaders.proxyPersonOf.load(id);
  }
}
