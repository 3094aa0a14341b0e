import { InsidersOnly, Personal } from "@yimen/kernel/accessDirectives";
import { InstantScalar } from "@yimen/kernel/scalars";
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { Agent } from "../domain/applicant.js";
import { channelOf } from "../domain/case.js";
import { daysAtWindow } from "../domain/daysAtWindow.js";
import type { SituationAnswer } from "../domain/situation.js";
import { inFull } from "../inFull.js";
import type { VisibleCase } from "../loaders.js";
import type { StoredDocument } from "../store/documentStore.js";
import { ActorType } from "./actorType.js";
import { CaseType } from "./caseType.js";
import { CaseChannelEnum } from "./enums.js";
import { OutletType } from "./outletType.js";

@ObjectType("CaseDocument", { description: "网上提交的一份文件。 A file that was handed in online." })
export class DocumentType implements Omit<StoredDocument, "caseId"> {
  @Field(() => ID)
  requirementId!: string;
  @Field(() => String, { description: "存放位置。 Where the file lies." })
  reference!: string;
  @Field(() => String, { description: "SHA-256,用以核对文件未变。 To check that it is the one." })
  digest!: string;
  @Field(() => InstantScalar)
  handedInAt!: Date;
}

@ObjectType("CaseAgent", { description: "代理人(个人信息)。 Who handed it in for the applicant: personal data." })
export class AgentType implements Omit<Agent, "authorisation"> {
  @Personal("NAME")
  @Field(() => String)
  name!: string;
  @Personal("ID_NUMBER")
  @Field(() => String, { nullable: true })
  idNumber!: string | null;
  @Personal("PHONE")
  @Field(() => String, { nullable: true })
  phone!: string | null;
}

@Resolver(() => AgentType)
export class AgentResolver {
  @FieldResolver(() => String, { nullable: true, description: "委托书编号(R112)。 Number of the authorisation." })
  authorisationNo(@Root() { authorisation }: Agent): string | null {
    return authorisation?.documentNo ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: "委托事项和权限。 What it covers." })
  authorisedFor(@Root() { authorisation }: Agent): string | null {
    return authorisation?.scope ?? null;
  }
}

@ObjectType("CaseSituationAnswer", { description: "情形问题的一个回答。 What was answered to one question." })
export class SituationAnswerType implements SituationAnswer {
  @Field(() => String)
  question!: string;
  @Field(() => String)
  option!: string;
}

@ObjectType("CaseTakingUp", { description: "窗口认领。 A window took up the online case." })
export class TakingUpType {
  @Field(() => InstantScalar)
  at!: string;
  @Field(() => ActorType)
  by!: object;
}

/** How a case came in, and by whom. */
@Resolver(() => CaseType)
export class HandInResolver {
  @InsidersOnly()
  @FieldResolver(() => CaseChannelEnum, { description: "收件渠道:窗口或网上(R064)。 How it came in." })
  channel(@Root() found: VisibleCase): string {
    return channelOf(found);
  }

  @InsidersOnly()
  @FieldResolver(() => TakingUpType, {
    nullable: true,
    description: "网上申请由窗口认领;待认领或窗口收件为空。 Null while it waits, and of what came to a window.",
  })
  takenUp(@Root() { online }: VisibleCase) {
    return online?.takenUp ?? null;
  }

  @InsidersOnly()
  @FieldResolver(() => Int, {
    description: "申请人为本件到窗口的天数(R115),目标不超过 1。 Days on which the applicant was at a window for it.",
  })
  daysAtWindow(@Root() found: VisibleCase): number {
    return daysAtWindow(inFull(found)).length;
  }

  @InsidersOnly()
  @FieldResolver(() => OutletType, {
    nullable: true,
    description: "代为提交的代办人员所在网点(R112)。 Outlet of the agent who handed it in.",
  })
  agentOutlet(@Root() found: VisibleCase): OutletType | null {
    const { agentOutletId } = inFull(found);
    return agentOutletId ? { id: agentOutletId } : null;
  }

  @InsidersOnly()
  @FieldResolver(() => AgentType, { nullable: true })
  async agent(@Root() found: VisibleCase, @Ctx() { loaders }: Context) {
    return (await loaders.applicantOf.load(inFull(found).id))?.agent ?? null;
  }

  @InsidersOnly()
  @FieldResolver(() => [SituationAnswerType], {
    nullable: true,
    description: "情形问题的回答,材料清单据此确定。 What the checklist was computed from.",
  })
  async situation(@Root() found: VisibleCase, @Ctx() { loaders }: Context) {
    return (await loaders.applicantOf.load(inFull(found).id))?.situation ?? null;
  }

  @InsidersOnly()
  @FieldResolver(() => [DocumentType], { description: "网上提交的文件,从早到晚。 Files handed in, earliest first." })
  documents(@Root() found: VisibleCase, @Ctx() { loaders }: Context) {
    return loaders.documentsOf.load(inFull(found).id);
  }
}
