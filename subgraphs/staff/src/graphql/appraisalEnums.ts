import { registerEnumType } from "type-graphql";
import { aspects, consequences } from "../domain/appraisal.js";
import { appraisingBodies } from "../domain/appraiser.js";
import { followUpKinds } from "../domain/followUp.js";
import { enumOf } from "./enumOf.js";

export const AspectEnum = enumOf(aspects);
registerEnumType(AspectEnum, {
  name: "AppraisalAspect",
  description: "考核的五个方面(R169):德、能、勤、绩、廉。 The five aspects of an appraisal.",
});

export const AppraisingBodyEnum = enumOf(appraisingBodies);
registerEnumType(AppraisingBodyEnum, {
  name: "AppraisingBody",
  description: "考核主体(R167、R168)。 Who appraises.",
  valuesConfig: {
    CENTRE: { description: "政务服务中心:进驻大厅满半年。 The centre, after six months in the hall." },
    TOWN: { description: "所属乡镇(街道)。 The town or street." },
    HOME_UNIT: { description: "派驻单位:进驻大厅不满半年。 The home unit, before that." },
    TOWN_AND_HOME_UNIT: { description: "公安派驻:乡镇与原派驻单位共同考核。 Both, for police." },
  },
});

export const ConsequenceEnum = enumOf(consequences);
registerEnumType(ConsequenceEnum, {
  name: "AppraisalConsequence",
  description: "考核后果(R172、R173)。 What follows from an appraisal.",
  valuesConfig: {
    ADMONITION: { description: "诫勉谈话并限期整改。 A talk, and a rectification by its day." },
    RETURNED: { description: "连续两次不合格,退回派驻单位并重新选派。 Returned; somebody else is selected." },
  },
});

export const FollowUpKindEnum = enumOf(followUpKinds);
registerEnumType(FollowUpKindEnum, {
  name: "FollowUpKind",
  description: "诫勉谈话、限期整改(R172)。 What a failed quarter asks for.",
});
