import { labelledEnum } from "@yimen/kernel/labelledEnum";
import type { ComplaintKind, ComplaintStatus } from "../domain/complaint.js";
import type { FindingKind, InspectionMode, InspectionSource } from "../domain/inspection.js";
import { norms, type ServiceNorm, serviceNorms } from "../domain/serviceNorm.js";

export const ComplaintKindEnum = labelledEnum<ComplaintKind>("ComplaintKind", "投诉或举报。 What was filed.", {
  COMPLAINT: { zh: "投诉", en: "About one's own affair" },
  REPORT: { zh: "举报", en: "About what one saw" },
});

export const ComplaintStatusEnum = labelledEnum<ComplaintStatus>(
  "ComplaintStatus",
  "投诉举报办理状态。 Where a complaint stands.",
  {
    FILED: { zh: "已提出", en: "Filed" },
    ACCEPTED: { zh: "已受理", en: "Accepted" },
    INVESTIGATED: { zh: "已调查核实", en: "Investigated" },
    ANSWERED: { zh: "已反馈", en: "The complainant has the result" },
  },
);

export const InspectionModeEnum = labelledEnum<InspectionMode>("InspectionMode", "明察或暗访。 How it is done.", {
  OPEN: { zh: "明察", en: "Announced" },
  UNDERCOVER: { zh: "暗访", en: "Not announced" },
});

export const InspectionSourceEnum = labelledEnum<InspectionSource>("InspectionSource", "检查来源。 Who looked.", {
  COORDINATION_OFFICE: { zh: "“放管服”改革协调小组办公室", en: "The coordination office" },
  ENVIRONMENT_SUPERVISOR: { zh: "营商环境监督员", en: "A supervisor of the business environment" },
  MEDIA: { zh: "新闻媒体", en: "The media" },
  PUBLIC: { zh: "社会大众", en: "The public" },
  THIRD_PARTY: { zh: "第三方机构", en: "A third party" },
  CAMPAIGN: { zh: "“双找双评”专项活动", en: "A campaign" },
});

export const FindingKindEnum = labelledEnum<FindingKind>("FindingKind", "检查问题类别。 What was found.", {
  MECHANISM_INCOMPLETE: { zh: "帮办代办机制不健全", en: "The assistance mechanism is incomplete" },
  SERVICE_INADEQUATE: { zh: "帮办代办服务不到位", en: "The assistance is inadequate" },
  PROMISE_BROKEN: { zh: "违反服务承诺", en: "A service promise was not kept" },
  NORM_NOT_KEPT: { zh: "服务规范未落实", en: "A norm of service was not kept" },
  OTHER: { zh: "其他问题", en: "Something else" },
});

export const ServiceNormEnum = labelledEnum<ServiceNorm>(
  "ServiceNorm",
  "服务规范检查项(R148、R176、R177)。 What an inspector looks at.",
  Object.fromEntries(
    serviceNorms.map((key) => [key, { zh: norms[key].sentence, en: `Whoever serves ${norms[key].en}` }]),
  ) as Record<ServiceNorm, { zh: string; en: string }>,
);
