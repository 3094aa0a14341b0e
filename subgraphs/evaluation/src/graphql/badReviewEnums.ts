import { labelledEnum } from "@yimen/kernel/labelledEnum";
import type { AppealVerdict, BadReviewEvent, BadReviewStatus } from "../domain/badReview.js";
import { statusWords } from "../domain/badReviewWords.js";

const english: Record<BadReviewStatus, string> = {
  OPENED: "Nobody has taken it up",
  RETURN_VISITED: "The author was asked",
  RECTIFIED: "Said to be put right",
  VERIFIED: "Found to be put right, by somebody else",
  EXPLAINED: "Explained: there is nothing to put right",
  APPEALED: "An appeal is being looked at",
  MISTAKEN: "The author meant another grade; it does not count",
  UNTRUE_OR_MALICIOUS: "It is not true; it does not count",
  FED_BACK: "The author has the answer",
};

const statuses = Object.fromEntries(
  Object.entries(statusWords).map(([status, zh]) => [status, { zh, en: english[status as BadReviewStatus] }]),
) as Record<BadReviewStatus, { zh: string; en: string }>;

export const BadReviewStatusEnum = labelledEnum(
  "BadReviewStatus",
  "差评处理状态。 Where the work on a bad review stands.",
  statuses,
);

export const AppealVerdictEnum = labelledEnum<AppealVerdict>(
  "AppealVerdict",
  "申诉审核结论。 What the review of an appeal finds.",
  {
    MISTAKEN: { zh: "误评", en: "The author meant another grade" },
    UNTRUE_OR_MALICIOUS: { zh: "不实或恶意差评", en: "It is untrue or malicious" },
    JUSTIFIED: { zh: "差评属实", en: "The bad review stands" },
  },
);

export const BadReviewStepEnum = labelledEnum<BadReviewEvent["type"]>(
  "BadReviewStepType",
  "差评处理步骤。 A step of the work on a bad review.",
  {
    BadReviewOpened: { zh: "产生差评", en: "Opened, with the evaluation" },
    ReturnVisitRecorded: { zh: "回访核实", en: "The author was asked" },
    Rectified: { zh: "整改", en: "Put right" },
    Explained: { zh: "解释说明", en: "Explained" },
    RectificationVerified: { zh: "复核", en: "Looked at by somebody else" },
    Appealed: { zh: "申诉", en: "Appealed" },
    AppealReviewed: { zh: "申诉审核", en: "The appeal was settled" },
    FedBack: { zh: "反馈", en: "The author was told" },
    BadReviewEscalated: { zh: "超期升级督办", en: "Escalated, being late" },
  },
);
