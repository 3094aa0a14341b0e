import { FirstOnes, StaffOnly } from "@yimen/kernel/accessDirectives";
import { ClientMutation } from "@yimen/kernel/clientMutation";
import { referTo } from "@yimen/kernel/reference";
import { InstantScalar } from "@yimen/kernel/scalars";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../context.js";
import type { FirstContact, Inquiry, InquiryOutcome } from "../domain/inquiry.js";
import type { Lane } from "../domain/queue.js";
import { answerInquiry, firstContacts, inquiries, openInquiry, queueInquiry, referInquiry } from "../inquiryActs.js";
import { InquiryOutcomeEnum, LaneEnum } from "./enums.js";
import { DepartmentReference, MatterReference, StaffMemberReference } from "./references.js";
import { TicketType } from "./ticketType.js";

@InputType()
export class OpenInquiryInput extends ClientMutation {
  @Field(() => ID)
  outletId!: string;
  @Field(() => String, { description: "所问事项,勿写个人信息。 What is asked; no personal data." })
  question!: string;
  @Field(() => ID, { nullable: true })
  matterId?: string | null;
}

@InputType()
export abstract class InquiryInput extends ClientMutation {
  @Field(() => ID)
  inquiryId!: string;
}

@InputType()
export class AnswerInquiryInput extends InquiryInput {
  @Field(() => String)
  answer!: string;
  @Field(() => Boolean, { defaultValue: false, description: "导服现场办结,不取号(R095)。 Done without a ticket." })
  doneOnTheSpot!: boolean;
}

@InputType()
export class ReferInquiryInput extends InquiryInput {
  @Field(() => String, { description: "不属于职责范围的理由。 Why it is not for us." })
  reason!: string;
  @Field(() => ID, { description: "具体承办部门。 Who is in charge." })
  departmentId!: string;
  @Field(() => String, { description: "承办部门的联系电话。 The department's telephone." })
  phone!: string;
}

@InputType()
export class QueueInquiryInput extends InquiryInput {
  @Field(() => ID)
  windowId!: string;
  @Field(() => LaneEnum, { defaultValue: "NORMAL" })
  lane!: Lane;
}

@ObjectType("Inquiry", {
  description: "咨询(R091):首问责任人不变。 What somebody asks; who received it first answers for it.",
})
export class InquiryType {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  question!: string;
  @Field(() => InstantScalar)
  askedAt!: Date;
  @Field(() => InquiryOutcomeEnum, { nullable: true, description: "未办结为空。 Null while open." })
  outcome!: InquiryOutcome | null;
  @Field(() => String, { nullable: true })
  answer!: string | null;
  @Field(() => String, { nullable: true })
  reason!: string | null;
  @Field(() => String, { nullable: true, description: "承办部门的联系电话。 The department's telephone." })
  phone!: string | null;
  @Field(() => InstantScalar, { nullable: true })
  closedAt!: Date | null;
}

@ObjectType("FirstContact", { description: "首问办结情况(R094)。 How many were resolved at first contact." })
export class FirstContactType implements FirstContact {
  @Field(() => Int)
  closed!: number;
  @Field(() => Int)
  resolvedAtFirst!: number;
}

@Resolver(() => FirstContactType)
export class FirstContactResolver {
  @FieldResolver(() => Float, { nullable: true, description: "首问办结率;无办结为空。 Null when none was closed." })
  rate(@Root() { closed, resolvedAtFirst }: FirstContact): number | null {
    return closed === 0 ? null : resolvedAtFirst / closed;
  }
}

@Resolver(() => InquiryType)
export class InquiryResolver {
  @FieldResolver(() => StaffMemberReference, { nullable: true, description: "首问责任人。 Who received it first." })
  firstResponder(@Root() { firstResponderId }: Inquiry): StaffMemberReference {
    return { id: firstResponderId };
  }

  @FieldResolver(() => MatterReference, { nullable: true })
  matter(@Root() { matterId }: Inquiry): MatterReference | null {
    return referTo(matterId);
  }

  @FieldResolver(() => DepartmentReference, { nullable: true, description: "承办部门。 Who is in charge." })
  department(@Root() { departmentId }: Inquiry): DepartmentReference | null {
    return referTo(departmentId);
  }

  @FieldResolver(() => TicketType, { nullable: true })
  ticket(@Root() { ticketId }: Inquiry, @Ctx() { loaders }: Context) {
    return ticketId === null ? null : loaders.ticketById.load(ticketId);
  }
}

@Resolver()
export class InquiryOperations {
  @FirstOnes()
  @StaffOnly()
  @Query(() => [InquiryType], {
    nullable: true,
    description: "本网点的咨询,新的在前。 An outlet's inquiries, newest first.",
  })
  inquiries(
    @Ctx() context: Context,
    @Arg("outletId", () => ID) outletId: string,
    @Arg("open", () => Boolean, { defaultValue: false }) open: boolean,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
  ) {
    return inquiries(context, outletId, { open, first });
  }

  @StaffOnly()
  @Query(() => FirstContactType, {
    nullable: true,
    description: "一段时间的首问办结率(R094)。 Resolved at first contact.",
  })
  firstContact(
    @Ctx() context: Context,
    @Arg("outletId", () => ID) outletId: string,
    @Arg("from", () => InstantScalar) from: Date,
    @Arg("to", () => InstantScalar) to: Date,
  ) {
    return firstContacts(context, outletId, { from, to });
  }

  @StaffOnly()
  @Mutation(() => InquiryType, { description: "登记咨询,本人为首问责任人(R091)。 Takes an inquiry down." })
  openInquiry(@Arg("input", () => OpenInquiryInput) input: OpenInquiryInput, @Ctx() context: Context) {
    return openInquiry(context, input);
  }

  @StaffOnly()
  @Mutation(() => InquiryType, { description: "答复咨询,或现场办结(R094、R095)。 Answers it, or does it on the spot." })
  answerInquiry(@Arg("input", () => AnswerInquiryInput) input: AnswerInquiryInput, @Ctx() context: Context) {
    return answerInquiry(context, input);
  }

  @StaffOnly()
  @Mutation(() => InquiryType, {
    description:
      "非本职责:说明理由并告知部门和电话(R092)。拒绝码:REFERRAL_NOT_COMPLETE。 Sends it on to who is in charge.",
  })
  referInquiry(@Arg("input", () => ReferInquiryInput) input: ReferInquiryInput, @Ctx() context: Context) {
    return referInquiry(context, input);
  }

  @StaffOnly()
  @Mutation(() => InquiryType, { description: "复杂事项协助取号(R096)。 Draws a ticket for a window." })
  queueInquiry(@Arg("input", () => QueueInquiryInput) input: QueueInquiryInput, @Ctx() context: Context) {
    return queueInquiry(context, input);
  }
}
