import { InstantScalar } from "@yimen/kernel/scalars";
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { Replacement } from "../domain/replacement.js";
import { PostType } from "./postType.js";
import { StaffMemberType } from "./staffMemberType.js";

@ObjectType("Replacement", { description: "退回后的重新选派(R173)。 Who follows somebody that was returned." })
export class ReplacementType {
  @Field(() => ID)
  id!: string;
  @Field(() => InstantScalar)
  openedAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: "同意上岗的时间。 When the managing body agreed." })
  approvedAt!: Date | null;
  @Field(() => Int)
  version!: number;
}

@Resolver(() => ReplacementType)
export class ReplacementResolver {
  @FieldResolver(() => PostType, { nullable: true })
  post(@Root() { postId }: Replacement, @Ctx() { loaders }: Context) {
    return loaders.postById.load(postId);
  }

  @FieldResolver(() => StaffMemberType, { nullable: true, description: "被退回的人员。 Who was returned." })
  returned(@Root() { returnedId }: Replacement, @Ctx() { loaders }: Context) {
    return loaders.staffById.load(returnedId);
  }

  @FieldResolver(() => StaffMemberType, { nullable: true, description: "重新选派的人员。 Who was selected." })
  nominee(@Root() { nomineeId }: Replacement, @Ctx() { loaders }: Context) {
    return nomineeId === null ? null : loaders.staffById.load(nomineeId);
  }
}
