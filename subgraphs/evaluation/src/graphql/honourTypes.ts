import { labelledEnum } from "@yimen/kernel/labelledEnum";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import {
  type AssessedOutlet,
  type Assessment,
  type AssessmentSource,
  isCirculationOverdue,
} from "../domain/assessment.js";
import type { Award, AwardKind, Winner } from "../domain/award.js";
import { OutletReference, StaffMemberReference, WindowReference } from "./references.js";

export const AssessmentSourceEnum = labelledEnum<AssessmentSource>(
  "AssessmentSource",
  "第三方评价或专项活动(R185、R186)。 Who assessed.",
  {
    THIRD_PARTY: { zh: "第三方机构", en: "A third party" },
    CAMPAIGN: { zh: "“双找双评”等专项活动", en: "A campaign" },
  },
);

export const AwardKindEnum = labelledEnum<AwardKind>("AwardKind", "评选奖项(R175)。 What is awarded.", {
  BEST_HALL: { zh: "最佳服务大厅", en: "Best service hall" },
  BEST_WINDOW: { zh: "最佳服务窗口", en: "Best service window" },
  BEST_PERSON: { zh: "最美政务人", en: "Best person" },
});

@ObjectType("AssessedOutlet", { description: "一个网点的评价结果。 What was found at one outlet." })
export class AssessedOutletType {
  @Field(() => Float, { description: "0 至 100。" })
  score!: number;
  @Field(() => String)
  remark!: string;
}

@Resolver(() => AssessedOutletType)
export class AssessedOutletResolver {
  @FieldResolver(() => OutletReference, { nullable: true })
  outlet(@Root() { outletId }: AssessedOutlet) {
    return { id: outletId };
  }
}

@ObjectType("Assessment", {
  description: "第三方或专项活动的评价(R185、R186);通报后公开。 Public once it was circulated.",
})
export class AssessmentType {
  @Field(() => ID)
  id!: string;
  @Field(() => AssessmentSourceEnum)
  source!: AssessmentSource;
  @Field(() => String, { description: "评价机构或活动名称。 The third party, or the campaign." })
  assessor!: string;
  @Field(() => PlainDateScalar)
  from!: PlainDate;
  @Field(() => PlainDateScalar)
  to!: PlainDate;
  @Field(() => String)
  conclusion!: string;
  @Field(() => [AssessedOutletType])
  outlets!: readonly AssessedOutlet[];
  @Field(() => PlainDateScalar)
  recordedOn!: PlainDate;
  @Field(() => PlainDateScalar, { description: "通报期限。 Last office day on which it is circulated in time." })
  circulateBy!: PlainDate;
  @Field(() => PlainDateScalar, { nullable: true, description: "通报日。 When it was circulated." })
  circulatedOn!: PlainDate | null;
}

@Resolver(() => AssessmentType)
export class AssessmentResolver {
  @FieldResolver(() => Boolean, { description: "逾期未通报。 Not circulated in time." })
  circulationOverdue(@Root() assessment: Assessment, @Ctx() { clock }: Context): boolean {
    return isCirculationOverdue(assessment, officeDay(clock()));
  }
}

@ObjectType("Winner", { description: "一名获奖者,并列者同名次。 One who is honoured; equals share a place." })
export class WinnerType {
  @Field(() => Int)
  place!: number;
  @Field(() => Float)
  stars!: number;
  @Field(() => Float)
  goodRate!: number;
  @Field(() => Int, { description: "有效评价数。 Valid evaluations." })
  count!: number;
}

@Resolver(() => WinnerType)
export class WinnerResolver {
  @FieldResolver(() => OutletReference, { nullable: true })
  outlet(@Root() { id, kind }: Winner & { readonly kind: AwardKind }) {
    return kind === "BEST_HALL" ? { id } : null;
  }

  @FieldResolver(() => WindowReference, { nullable: true })
  window(@Root() { id, kind }: Winner & { readonly kind: AwardKind }) {
    return kind === "BEST_WINDOW" ? { id } : null;
  }

  @FieldResolver(() => StaffMemberReference, { nullable: true })
  staffMember(@Root() { id, kind }: Winner & { readonly kind: AwardKind }) {
    return kind === "BEST_PERSON" ? { id } : null;
  }
}

@ObjectType("Award", {
  description: "一期评选结果(R174、R175),按有效评价计算。 One selection, computed from evaluations.",
})
export class AwardType {
  @Field(() => ID)
  id!: string;
  @Field(() => AwardKindEnum)
  kind!: AwardKind;
  @Field(() => PlainDateScalar)
  from!: PlainDate;
  @Field(() => PlainDateScalar)
  to!: PlainDate;
  @Field(() => String, { description: "精神奖励(R174)。 The honour." })
  honour!: string;
  @Field(() => String, { description: "物质奖励(R174)。 What comes with it." })
  material!: string;
  @Field(() => PlainDateScalar)
  grantedOn!: PlainDate;
}

@Resolver(() => AwardType)
export class AwardResolver {
  @FieldResolver(() => [WinnerType])
  winners(@Root() { winners, kind }: Award) {
    return winners.map((winner) => ({ ...winner, kind }));
  }
}
