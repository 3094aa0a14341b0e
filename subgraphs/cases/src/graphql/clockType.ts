import { InstantScalar, PlainDateScalar } from "@yimen/kernel/scalars";
import type { ClockInput } from "@yimen/workdays/clockInput";
import { type ExplainedDay, explainClock } from "@yimen/workdays/explainClock";
import type { ClockState, PromiseClock } from "@yimen/workdays/promiseClock";
import { Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from "type-graphql";
import { ClockDayReasonEnum, ClockStateEnum } from "./enums.js";

/** The reading of a clock, with what it was read from. */
export interface ReadClock extends PromiseClock {
  readonly input: ClockInput;
}

@ObjectType("ClockDay", {
  description: "时钟的一天:计或不计,及其理由。 One day of the clock, and why it counts or not.",
})
export class ClockDayType {
  @Field(() => PlainDateScalar)
  day!: string;
  @Field(() => Boolean)
  counted!: boolean;
  @Field(() => ClockDayReasonEnum)
  reason!: string;
  @Field(() => Int, { nullable: true, description: "计入的第几日。 The running number of a day that counts." })
  number!: number | null;
  @Field(() => Boolean, { description: "尚未到来,为预计。 Not over yet: what the day will be if nothing happens." })
  expected!: boolean;
}

@Resolver(() => ClockDayType)
export class ClockDayResolver {
  @FieldResolver(() => String, { description: "说明,中文在前。 The explanation, Chinese first." })
  note(@Root() { note }: ExplainedDay): string {
    return `${note.zh} ${note.en}`;
  }
}

@ObjectType("PromiseClock", {
  description:
    "承诺时钟:按工作日计算的办理进度(行政许可法第四十二、四十五、八十二条)。 How far a case is on its promised time, in working days.",
})
export class ClockType {
  @Field(() => ClockStateEnum)
  state!: ClockState;
  @Field(() => PlainDateScalar, { description: "最迟办结日。 The last day on which a decision is in time." })
  dueOn!: string;
  @Field(() => InstantScalar)
  dueAt!: Date;
  @Field(() => Boolean, { description: "日历尚未公布,可能变动。 A calendar not yet published may still move it." })
  provisional!: boolean;
  @Field(() => Float)
  countedDays!: number;
  @Field(() => Float, { description: "剩余工作日;负数为超期天数。 Working days left; below zero, too late." })
  remainingDays!: number;
  @Field(() => Boolean)
  overdue!: boolean;
}

@Resolver(() => ClockType)
export class ClockResolver {
  @FieldResolver(() => Int, { description: "已用承诺时限的百分比。 Percent of the promise that is used up." })
  usedPercent(@Root() { usedShare }: ReadClock): number {
    return Math.round(usedShare * 100);
  }

  @FieldResolver(() => [ClockDayType], { description: "逐日说明。 Day by day from acceptance." })
  explain(@Root() { input }: ReadClock): ExplainedDay[] {
    return explainClock(input);
  }
}
