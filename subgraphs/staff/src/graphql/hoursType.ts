import { ForPartners } from "@yimen/kernel/forPartners";
import type { OpeningHours, Slot, Week } from "@yimen/workdays/openingHours";
import { Field, Int, ObjectType } from "type-graphql";
import type { Outlet } from "../domain/outlet.js";

@ForPartners()
@ObjectType("OpeningSlot", { description: "一段开放时间,北京时间。 One stretch of opening, office time." })
export class SlotType implements Slot {
  @Field(() => String, { description: "HH:MM" })
  from!: Slot["from"];
  @Field(() => String, { description: "HH:MM,24:00 为当日结束。 24:00 is the end of the day." })
  to!: Slot["to"];
  @Field(() => Boolean, { description: "延时服务(R100)。 Beyond regular hours." })
  extended!: boolean;
}

@ForPartners()
@ObjectType("OpeningDay", { description: "一周中的一天。 One day of the week." })
export class OpeningDayType {
  @Field(() => Int, { description: "1 为周一,7 为周日。 1 is Monday, 7 is Sunday." })
  weekday!: number;
  @Field(() => [SlotType])
  slots!: readonly SlotType[];
}

@ForPartners()
@ObjectType("OpeningHours", { description: "开放时间。 When an outlet is open." })
export class OpeningHoursType {
  @Field(() => String, { description: "可读文字。 As written on the door." })
  text!: string;
  @Field(() => String)
  textEn!: string;
  @Field(() => [OpeningDayType], { description: "按周排列;未列出的日子不开放。 Days that are left out are closed." })
  week!: readonly OpeningDayType[];
  @Field(() => Boolean, { description: "随法定节假日和调休。 Closed on holidays, open on days made working days." })
  followsHolidays!: boolean;
}

export const readableHours = ({ hours, hoursText, hoursTextEn }: Outlet): OpeningHoursType => ({
  text: hoursText,
  textEn: hoursTextEn,
  week: daysOf(hours),
  followsHolidays: hours.followsHolidays,
});

const daysOf = ({ week }: OpeningHours): OpeningDayType[] =>
  Object.entries(week).map(([weekday, slots]: [string, Week[1]]) => ({
    weekday: Number(weekday),
    slots: (slots ?? []).map(({ from, to, extended }) => ({ from, to, extended: extended ?? false })),
  }));
