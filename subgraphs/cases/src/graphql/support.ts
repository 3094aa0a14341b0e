import { FirstOnes, StaffOnly } from "@yimen/kernel/accessDirectives";
import { referTo } from "@yimen/kernel/reference";
import { InstantScalar } from "@yimen/kernel/scalars";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
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
import { responseMinutes, type SupportRequest } from "../domain/support.js";
import { answerSupport, listVisibleSupport, requestSupport } from "../supportActs.js";
import { AnswerSupportInput, RequestSupportInput } from "./inputs.js";
import { DepartmentReference, StaffMemberReference } from "./references.js";
import { WindowType } from "./windowType.js";

@InputType({ description: "筛选条件;未填的不筛选。 What is left out does not narrow." })
export class SupportFilter {
  @Field(() => ID, { nullable: true })
  departmentId?: string;
  @Field(() => ID, { nullable: true })
  outletId?: string;
  @Field(() => Boolean, { nullable: true, description: "仅待答复。 Only those that wait for an answer." })
  open?: boolean;
}

@ObjectType("SupportRequest", { description: "窗口请部门支援(R084)。 What a window asks a department." })
export class SupportRequestType {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  question!: string;
  @Field(() => InstantScalar)
  askedAt!: Date;
  @Field(() => String, { nullable: true })
  answer!: string | null;
  @Field(() => InstantScalar, { nullable: true })
  answeredAt!: Date | null;
}

@Resolver(() => SupportRequestType)
export class SupportRequestResolver {
  @FieldResolver(() => Int, { nullable: true, description: "答复用时(分钟)。 Minutes to the answer; null while open." })
  responseMinutes(@Root() request: SupportRequest): number | null {
    return responseMinutes(request);
  }

  @FieldResolver(() => WindowType, { nullable: true })
  window(@Root() { windowId }: SupportRequest): WindowType {
    return { id: windowId };
  }

  @FieldResolver(() => DepartmentReference, { nullable: true })
  department(@Root() { departmentId }: SupportRequest): DepartmentReference {
    return { id: departmentId };
  }

  @FieldResolver(() => StaffMemberReference, { nullable: true })
  askedBy(@Root() { askedById }: SupportRequest): StaffMemberReference {
    return { id: askedById };
  }

  @FieldResolver(() => StaffMemberReference, { nullable: true })
  answeredBy(@Root() { answeredById }: SupportRequest): StaffMemberReference | null {
    return referTo(answeredById);
  }
}

@Resolver()
export class SupportOperations {
  @FirstOnes()
  @StaffOnly()
  @Query(() => [SupportRequestType], {
    nullable: true,
    description: "本网点或本部门的支援请求,新的在前。 Requests of the caller's outlet or department, newest first.",
  })
  supportRequests(
    @Ctx() context: Context,
    @Arg("filter", () => SupportFilter, { nullable: true }) filter: SupportFilter | null,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
  ) {
    return listVisibleSupport(context, filter ?? {}, first);
  }

  @StaffOnly()
  @Mutation(() => SupportRequestType, {
    description: "窗口请所涉部门支援(R084)。拒绝码:DEPARTMENT_NOT_OF_WINDOW。 A window asks a department for help.",
  })
  requestSupport(@Arg("input", () => RequestSupportInput) input: RequestSupportInput, @Ctx() context: Context) {
    return requestSupport(context, input);
  }

  @StaffOnly()
  @Mutation(() => SupportRequestType, {
    description: "部门答复,计答复用时(R084)。拒绝码:SUPPORT_REQUEST_NOT_OPEN。 The department answers.",
  })
  answerSupport(@Arg("input", () => AnswerSupportInput) input: AnswerSupportInput, @Ctx() context: Context) {
    return answerSupport(context, input);
  }
}
