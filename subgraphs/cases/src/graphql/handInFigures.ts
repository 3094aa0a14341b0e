import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Args, ArgsType, Ctx, Field, Float, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import type { HandInMonth, VisitsPerCase } from "../domain/handInFigures.js";
import { type Measured, measureHandIn, measureVisits } from "../measureHandIn.js";

@ArgsType()
export class MeasuredArgs implements Measured {
  @Field(() => ID, { nullable: true, description: "全区;填写网点时不计。 Of a region, unless an outlet is named." })
  regionId?: string | null;
  @Field(() => ID, { nullable: true })
  outletId?: string | null;
  @Field(() => PlainDateScalar, { description: "首日,计入。 The first day." })
  from!: PlainDate;
  @Field(() => PlainDateScalar, { description: "末日,计入。 The last day, included." })
  to!: PlainDate;
}

@ObjectType("HandInMonth", { description: "一个月的网办情况(R204)。 A month of what was handed in." })
export class HandInMonthType implements HandInMonth {
  @Field(() => String, { description: "YYYY-MM。" })
  month!: string;
  @Field(() => Int)
  received!: number;
  @Field(() => Int, { description: "其中网上申办。 Of those, handed in online." })
  online!: number;
  @Field(() => Float, { nullable: true, description: "网办率,0 至 1。 Share handed in online." })
  onlineShare!: number | null;
  @Field(() => Float, { nullable: true, description: "较上月增减。 Against the month before." })
  change!: number | null;
}

@ObjectType("VisitsPerCase", {
  description: "办结件申请人到窗口次数(R115),按到场天数计。 How often applicants came for what was closed, by days.",
})
export class VisitsPerCaseType implements VisitsPerCase {
  @Field(() => Int)
  cases!: number;
  @Field(() => Int, { description: "一次未跑。 Never." })
  none!: number;
  @Field(() => Int, { description: "只跑一次。 Once." })
  one!: number;
  @Field(() => Int, { description: "一次以上。 More often." })
  more!: number;
  @Field(() => Float, { nullable: true, description: "最多跑一次的占比,0 至 1。 Share of once at most." })
  atMostOnce!: number | null;
}

/** Counts only, without confidential cases. */
@Resolver()
export class HandInFigures {
  @StaffOnly()
  @Query(() => [HandInMonthType], {
    nullable: true,
    description: "网办率按月走势(R204)。拒绝码:PERIOD_NOT_VALID。 The online share month by month.",
  })
  handInTrend(@Args(() => MeasuredArgs) measured: MeasuredArgs, @Ctx() context: Context) {
    return measureHandIn(context, measured);
  }

  @StaffOnly()
  @Query(() => VisitsPerCaseType, {
    nullable: true,
    description: "办结件到窗口次数及“最多跑一次”占比(R115)。拒绝码:PERIOD_NOT_VALID。 Visits per closed case.",
  })
  visitsPerCase(@Args(() => MeasuredArgs) measured: MeasuredArgs, @Ctx() context: Context) {
    return measureVisits(context, measured);
  }
}
