import { FirstOnes, StaffOnly } from "@yimen/kernel/accessDirectives";
import { ClientMutation } from "@yimen/kernel/clientMutation";
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
import { acknowledgeDeferralChange } from "../acknowledgeDeferralChange.js";
import type { Context } from "../context.js";
import { type DeferralChange, type DeferralNotice, isOverdue } from "../domain/deferralNotice.js";
import { listVisibleNotices } from "../listDeferralNotices.js";
import { DeferralChangeType } from "./deferralChangeType.js";
import { GuideVersionType } from "./guideType.js";
import { MatterType } from "./matterType.js";
import { OutletReference, StaffMemberReference, WindowReference } from "./references.js";

@InputType({ description: "筛选条件;未填的不筛选。 What is left out does not narrow." })
export class DeferralNoticeFilter {
  @Field(() => ID, { nullable: true })
  outletId?: string;
  @Field(() => ID, { nullable: true })
  windowId?: string;
  @Field(() => ID, { nullable: true })
  departmentId?: string;
  @Field(() => Boolean, { nullable: true, description: "仅待确认。 Only those that wait for an answer." })
  open?: boolean;
}

@InputType({ description: "窗口确认已知悉容缺变更(R060)。 A window says that it knows." })
export class AcknowledgeDeferralChangeInput extends ClientMutation {
  @Field(() => ID)
  noticeId!: string;
}

@ObjectType("DeferralNotice", {
  description: "容缺标识变更通知:每个窗口一条,须确认(R060)。 What a window is told, and has to acknowledge.",
})
export class DeferralNoticeType {
  @Field(() => ID)
  id!: string;
  @Field(() => [DeferralChangeType])
  changes!: readonly DeferralChange[];
  @Field(() => InstantScalar)
  sentAt!: Date;
  @Field(() => InstantScalar, { description: "应于次一工作日下班前确认。 By the close of the next working day." })
  dueAt!: Date;
  @Field(() => InstantScalar, { nullable: true })
  acknowledgedAt!: Date | null;
}

@Resolver(() => DeferralNoticeType)
export class DeferralNoticeResolver {
  @FieldResolver(() => Boolean, { description: "逾期未确认。 Not acknowledged in time." })
  overdue(@Root() notice: DeferralNotice, @Ctx() { clock }: Context): boolean {
    return isOverdue(notice, clock());
  }

  @FieldResolver(() => GuideVersionType, { nullable: true })
  guide(@Root() { guideId }: DeferralNotice, @Ctx() { loaders }: Context) {
    return loaders.guideById.load(guideId);
  }

  @FieldResolver(() => MatterType, { nullable: true })
  matter(@Root() { matterId }: DeferralNotice, @Ctx() { loaders }: Context) {
    return loaders.matterById.load(matterId);
  }

  @FieldResolver(() => OutletReference, { nullable: true })
  outlet(@Root() { outletId }: DeferralNotice): OutletReference {
    return { id: outletId };
  }

  @FieldResolver(() => WindowReference, { nullable: true })
  window(@Root() { windowId }: DeferralNotice): WindowReference {
    return { id: windowId };
  }

  @StaffOnly()
  @FieldResolver(() => StaffMemberReference, { nullable: true })
  acknowledgedBy(@Root() { acknowledgedBy }: DeferralNotice): StaffMemberReference | null {
    return referTo(acknowledgedBy);
  }
}

@Resolver()
export class DeferralNoticeOperations {
  @FirstOnes()
  @StaffOnly()
  @Query(() => [DeferralNoticeType], {
    nullable: true,
    description:
      "本网点或本部门的容缺变更通知,新的在前;统筹协调和监督人员可见所辖地区的(R060)。 Notices of the caller's outlet or department, newest first; overseers see those of their regions.",
  })
  deferralNotices(
    @Ctx() context: Context,
    @Arg("filter", () => DeferralNoticeFilter, { nullable: true }) filter: DeferralNoticeFilter | null,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
  ) {
    return listVisibleNotices(context, filter ?? {}, first);
  }

  @StaffOnly()
  @Mutation(() => DeferralNoticeType, {
    description:
      "窗口在岗人员确认容缺变更(R060)。拒绝码:NOT_AT_THIS_WINDOW、DEFERRAL_NOTICE_NOT_OPEN。 Who is on duty at the window acknowledges a change of deferrals.",
  })
  acknowledgeDeferralChange(
    @Arg("input", () => AcknowledgeDeferralChangeInput) input: AcknowledgeDeferralChangeInput,
    @Ctx() context: Context,
  ) {
    return acknowledgeDeferralChange(context, input);
  }
}
