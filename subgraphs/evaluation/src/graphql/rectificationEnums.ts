import { labelledEnum } from "@yimen/kernel/labelledEnum";
import type { AccountabilityLevel, RectificationSource, RectificationStatus } from "../domain/rectificationTask.js";

export const RectificationSourceEnum = labelledEnum<RectificationSource>(
  "RectificationSource",
  "整改任务来源。 Where a task comes from.",
  {
    PROBLEM_REPORT: { zh: "群众反映的问题", en: "A problem people told of" },
    COMPLAINT: { zh: "查实的投诉举报", en: "A complaint that holds" },
    INSPECTION: { zh: "检查、明察暗访", en: "An inspection" },
    SYSTEMIC_ISSUE: { zh: "共性问题", en: "A systemic issue" },
    THIRD_PARTY: { zh: "第三方机构评价", en: "A third party's assessment" },
    CAMPAIGN: { zh: "“双找双评”专项活动", en: "A campaign" },
    REFORM_TASK: { zh: "改革任务", en: "A task of the reform" },
  },
);

export const RectificationStatusEnum = labelledEnum<RectificationStatus>(
  "RectificationStatus",
  "整改任务状态。 Where a task stands.",
  {
    OPEN: { zh: "整改中", en: "Being put right" },
    REPORTED: { zh: "已报结果,待核验", en: "Reported, to be verified" },
    CLOSED: { zh: "已核验办结", en: "Verified and closed" },
  },
);

export const AccountabilityLevelEnum = labelledEnum<AccountabilityLevel>(
  "AccountabilityLevel",
  "督办层级(R195),逐级上升。 One step at a time.",
  {
    NONE: { zh: "未通报", en: "None" },
    CIRCULATED: { zh: "予以通报", en: "Named in a circular" },
    ORDERED: { zh: "责令整改", en: "Ordered to rectify" },
    ACCOUNTABILITY: { zh: "依纪依规问责", en: "Called to account" },
  },
);
