import { labelledEnum } from "@yimen/kernel/labelledEnum";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import type { PlainDate } from "@yimen/workdays/plainDate";
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../context.js";
import type { Ranked, Rated } from "../domain/ranking.js";
import { emptyTally, type Rating, ratingOf } from "../domain/rating.js";
import { type RankedKind, rankRegion } from "../rankRegion.js";
import { ratedStaff } from "../store/ratingStore.js";
import { RatingType } from "./ratingType.js";
import { OutletReference, StaffMemberReference } from "./references.js";

const RankedKindEnum = labelledEnum<RankedKind>("RankedKind", "排名对象。 What is ranked.", {
  OUTLET: { zh: "服务点", en: "Outlets" },
  STAFF: { zh: "工作人员", en: "Members of staff" },
});

@ArgsType()
class RankingArgs {
  @Field(() => ID)
  regionId!: string;

  @Field(() => RankedKindEnum, { defaultValue: "OUTLET" })
  of!: RankedKind;

  @Field(() => PlainDateScalar, { nullable: true })
  from?: PlainDate;

  @Field(() => PlainDateScalar, { nullable: true })
  to?: PlainDate;

  @Field(() => Int, { defaultValue: 20 })
  first!: number;
}

@ObjectType("RatingRank", { description: "排名中的一项。 One line of a ranking." })
class RatingRankType {
  @Field(() => Int, {
    nullable: true,
    description: "名次,并列者同名次;样本不足时为空。 From 1; equals share a place; null below the minimum sample.",
  })
  place!: number | null;

  @Field(() => RatingType)
  rating!: Rating;
}

@Resolver(() => RatingRankType)
export class RatingRankResolver {
  @Query(() => [RatingRankType], {
    nullable: true,
    description: "一个地区内按星级和好评率的排名。 Who is rated best in a region, over a period of office days.",
  })
  ratingRanking(@Args(() => RankingArgs) args: RankingArgs, @Ctx() { db, staff }: Context) {
    return rankRegion(db, staff, args);
  }

  @FieldResolver(() => OutletReference, { nullable: true })
  outlet(@Root() { id, kind }: Ranked & { kind: RankedKind }) {
    return kind === "OUTLET" ? { id } : null;
  }

  @FieldResolver(() => StaffMemberReference, { nullable: true })
  staffMember(@Root() { id, kind }: Ranked & { kind: RankedKind }) {
    return kind === "STAFF" ? { id } : null;
  }
}

const rated = (found: Rated | null): Rating => ratingOf(found?.tally ?? emptyTally, found?.coverage ?? null);

@Resolver(() => OutletReference)
export class OutletRatingResolver {
  @FieldResolver(() => RatingType, {
    nullable: true,
    description: "该服务点的评价汇总。 What its evaluations amount to.",
  })
  async rating(@Root() { id }: OutletReference, @Ctx() { loaders }: Context) {
    return rated(await loaders.ratedOutlet.load(id));
  }
}

@Resolver(() => StaffMemberReference)
export class StaffRatingResolver {
  @FieldResolver(() => RatingType, {
    nullable: true,
    description: "该工作人员的评价汇总(评星定级)。 What the evaluations of this person's service amount to.",
  })
  async rating(@Root() { id }: StaffMemberReference, @Ctx() { loaders }: Context) {
    return rated(await loaders.ratedStaff.load(id));
  }

  @FieldResolver(() => RatingType, {
    nullable: true,
    description: "时段内的评价汇总(R170:服务对象满意度),首尾两日计入。 The same for some days, both included.",
  })
  async ratingIn(
    @Root() { id }: StaffMemberReference,
    @Arg("from", () => PlainDateScalar) from: PlainDate,
    @Arg("to", () => PlainDateScalar) to: PlainDate,
    @Ctx() { db }: Context,
  ) {
    const [found] = await ratedStaff(db, [id], { from, to });
    return rated(found ?? null);
  }
}
