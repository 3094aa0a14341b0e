import { labelledEnum } from "@yimen/kernel/labelledEnum";
import type { CommentState, EvaluationChannel, EvaluationScope } from "../domain/evaluation.js";
import type { SlotState } from "../domain/evaluationSlot.js";
import { grades } from "../domain/grade.js";
import { praises, problemCategories } from "../domain/tag.js";

export const SatisfactionGradeEnum = labelledEnum(
  "SatisfactionGrade",
  "满意度(GB/T 39046 A.8),1 为最好。 How satisfied; the first is best.",
  grades,
);

export const EvaluationTagEnum = labelledEnum(
  "EvaluationTag",
  "评价标签,各渠道统一。 What can be ticked beside the grade; the same list in every channel.",
  { ...praises, ...problemCategories },
);

export const ProblemCategoryEnum = labelledEnum(
  "ProblemCategory",
  "问题类别。 What a bad review or a complaint is about.",
  problemCategories,
);

export const EvaluationScopeEnum = labelledEnum<EvaluationScope>(
  "EvaluationScope",
  "一次一评或一事一评。 What is evaluated once.",
  {
    VISIT: { zh: "一次现场办事", en: "A visit" },
    MATTER: { zh: "一件网上办理的事项", en: "A matter handled online" },
  },
);

export const EvaluationChannelEnum = labelledEnum<EvaluationChannel>(
  "EvaluationChannel",
  "评价渠道。 Where an evaluation was given.",
  {
    DEVICE: { zh: "窗口评价器", en: "The window's device" },
    QR: { zh: "二维码", en: "A scanned code" },
    WEB: { zh: "政务服务网", en: "The web site" },
    APP: { zh: "移动端", en: "The app" },
    PHONE: { zh: "电话", en: "By phone" },
    SMS: { zh: "短信", en: "By text message" },
  },
);

export const CommentStateEnum = labelledEnum<CommentState>(
  "CommentState",
  "评价内容的公开状态。 Whether the public sees the comment.",
  {
    NONE: { zh: "无文字", en: "There is none" },
    PENDING: { zh: "待审核", en: "Not yet looked at" },
    PUBLISHED: { zh: "已公开", en: "Shown" },
    WITHHELD: { zh: "不予公开", en: "Not shown" },
  },
);

export const SlotStateEnum = labelledEnum<SlotState>(
  "EvaluationSlot",
  "办件的评价位(R181)。 Where an evaluation stands.",
  {
    NOT_YET: { zh: "尚未办结", en: "The case is not finished" },
    OPEN: { zh: "可评价", en: "It can be evaluated" },
    EVALUATED: { zh: "已评价", en: "It was evaluated" },
  },
);
