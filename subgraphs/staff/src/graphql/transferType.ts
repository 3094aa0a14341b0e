import { ClientMutation } from "@yimen/kernel/clientMutation";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import {
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import { freeFrom, type Transfer, type TransferStatus, transferStatuses } from "../domain/transfer.js";
import { enumOf } from "./enumOf.js";
import { PostType } from "./postType.js";
import { StaffMemberType } from "./staffMemberType.js";

const TransferStatusEnum = enumOf(transferStatuses);
registerEnumType(TransferStatusEnum, { name: "TransferStatus", description: "调整申请的状态(R142)。 How it stands." });

@ObjectType("Transfer", { description: "人员调整(R140–R142)。 A request that somebody leave a post." })
export class TransferType {
  @Field(() => ID)
  id!: string;
  @Field(() => TransferStatusEnum)
  status!: TransferStatus;
  @Field(() => PlainDateScalar)
  appointedOn!: string;
  @Field(() => PlainDateScalar, { description: "离岗首日。 The first day off the post, once approved." })
  effectiveOn!: string;
  @Field(() => String)
  reason!: string;
  @Field(() => Boolean, { description: "不满两年,经明确同意。 Earlier than two years, with express consent (R140)." })
  earlyConsent!: boolean;
  @Field(() => Int)
  version!: number;
}

@Resolver(() => TransferType)
export class TransferResolver {
  @FieldResolver(() => PlainDateScalar, { description: "满两年之日。 From when no express consent is needed." })
  freeFrom(@Root() { appointedOn }: Transfer): string {
    return freeFrom(appointedOn);
  }

  @FieldResolver(() => StaffMemberType, { nullable: true })
  staffMember(@Root() { staffId }: Transfer, @Ctx() { loaders }: Context) {
    return loaders.staffById.load(staffId);
  }

  @FieldResolver(() => PostType, { nullable: true })
  post(@Root() { postId }: Transfer, @Ctx() { loaders }: Context) {
    return loaders.postById.load(postId);
  }
}

@InputType({ description: "派驻单位申请调整人员(R142)。 The home unit asks that somebody leave a post." })
export class RequestTransferInput extends ClientMutation {
  @Field(() => ID)
  staffId!: string;
  @Field(() => ID)
  postId!: string;
  @Field(() => PlainDateScalar)
  effectiveOn!: string;
  @Field(() => String)
  reason!: string;
}

@InputType({ description: "中心或乡镇审核(R140–R142)。 The centre or town agrees or refuses." })
export class ReviewTransferInput extends ClientMutation {
  @Field(() => ID)
  transferId!: string;
  @Field(() => Boolean)
  agreed!: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: "明确同意不满两年调整(R140)。 Express consent to less than two years.",
  })
  earlyConsent?: boolean | null;
}
