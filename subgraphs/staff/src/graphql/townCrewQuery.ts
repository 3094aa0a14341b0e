import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { officeDay } from "@yimen/workdays/instant";
import { Arg, Ctx, ID, Query, Resolver, registerEnumType } from "type-graphql";
import type { Context } from "../context.js";
import { crewGaps } from "../domain/townCrew.js";
import { measureTownCrew } from "../measureTownCrew.js";
import { enumOf } from "./enumOf.js";

const CrewGapEnum = enumOf(crewGaps);
registerEnumType(CrewGapEnum, {
  name: "TownCrewGap",
  description: "乡镇全科窗口人员与要求的差距(R138)。 In what a town's crew falls short.",
  valuesConfig: {
    NOT_FOUR: { description: "不是4人。 Not four people." },
    SELECTED_OVER_AGE: { description: "选派时超过45岁。 Over 45 when selected." },
    AGE_UNKNOWN: { description: "出生日期缺失。 A birthday is missing." },
    TOO_FEW_PERMANENT: { description: "正式在编不足2人。 Fewer than two are permanent." },
  },
});

@Resolver()
export class TownCrewQuery {
  @StaffOnly()
  @Query(() => [CrewGapEnum], {
    nullable: true,
    description: "乡镇全科窗口人员配备(R138);空列表为合规。 What a town's crew lacks; empty when it complies.",
  })
  townCrewGaps(
    @Arg("outletId", () => ID) outletId: string,
    @Arg("asOf", () => PlainDateScalar, { nullable: true, description: "不填为今天。 Today when left out." })
    asOf: string | null,
    @Ctx() context: Context,
  ) {
    return measureTownCrew(context, outletId, asOf ?? officeDay(context.clock()));
  }
}
