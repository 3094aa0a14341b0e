import { PlainDateScalar } from "@yimen/kernel/scalars";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { SystemicIssue } from "../domain/systemicIssue.js";
import type { ProblemCategory } from "../domain/tag.js";
import { BadReviewType } from "./badReviewType.js";
import { ProblemCategoryEnum } from "./evaluationEnums.js";
import { OutletReference } from "./references.js";

@ObjectType("SystemicIssue", {
  description:
    "共性问题:发现一个问题,解决一类问题。 A problem that keeps coming back at an outlet, solved once for all.",
})
export class SystemicIssueType {
  @Field(() => ID)
  id!: string;

  @Field(() => ProblemCategoryEnum)
  category!: ProblemCategory;

  @Field(() => PlainDateScalar)
  openedOn!: PlainDate;

  @Field(() => String, { nullable: true, description: "整改措施;未解决时为空。 What was changed; null while open." })
  measure!: string | null;

  @Field(() => PlainDateScalar, { nullable: true })
  resolvedOn!: PlainDate | null;

  @Field(() => Int)
  version!: number;
}

@Resolver(() => SystemicIssueType)
export class SystemicIssueResolver {
  @FieldResolver(() => OutletReference, { nullable: true })
  outlet(@Root() { outletId }: SystemicIssue) {
    return { id: outletId };
  }

  @FieldResolver(() => [BadReviewType])
  async badReviews(@Root() { badReviewIds }: SystemicIssue, @Ctx() { loaders }: Context) {
    const found = await Promise.all(badReviewIds.map((id) => loaders.badReviewById.load(id)));
    return found.filter((review) => review !== null);
  }
}
