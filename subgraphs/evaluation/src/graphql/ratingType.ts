import { Field, Float, Int, ObjectType } from "type-graphql";

@ObjectType("Rating", {
  description: "有效评价的汇总。 What the valid evaluations of an outlet or of a member of staff amount to.",
})
export class RatingType {
  @Field(() => Int, { description: "有效评价数,含匿名。 Valid evaluations, anonymous ones included." })
  count!: number;

  @Field(() => Int, { description: "差评数。 Those of them that are bad." })
  badCount!: number;

  @Field(() => Float, {
    nullable: true,
    description: "好评率,0 至 1;样本不足时为空。 Share of good ones; null below the minimum sample.",
  })
  goodRate!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "星级,1 至 5,半星为一档;样本不足时为空。 1 to 5 in halves; null below the minimum sample.",
  })
  stars!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "主动评价率,0 至 1;办事次数未知时为空。 Share of the ended visits that were evaluated; null while none are known.",
  })
  activeRate!: number | null;
}
