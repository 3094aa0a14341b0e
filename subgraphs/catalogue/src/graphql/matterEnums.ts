import { labelledEnum } from "@yimen/kernel/labelledEnum";
import type { ExerciseLevel } from "../domain/exerciseLevel.js";
import type {
  ApprovalMechanism,
  HandlingForm,
  HandlingRange,
  MatterList,
  MatterOrigin,
  MatterState,
  OnlineDepth,
  PresenceMode,
  ResultType,
  ServiceTag,
  ServiceTarget,
} from "../domain/matter.js";
import type { MatterType } from "../domain/matterType.js";

export const MatterTypeEnum = labelledEnum<MatterType>(
  "MatterType",
  "事项类型(GB/T 39046 A.1)。 Kind of power or service.",
  {
    POWER: ["行政权力", "Administrative power"],
    LICENCE: ["行政许可", "Licence"],
    PENALTY: ["行政处罚", "Penalty"],
    COERCION: ["行政强制", "Coercion"],
    LEVY: ["行政征收", "Levy"],
    PAYMENT_BENEFIT: ["行政给付", "Benefit"],
    INSPECTION: ["行政检查", "Inspection"],
    CONFIRMATION: ["行政确认", "Confirmation"],
    REWARD: ["行政奖励", "Reward"],
    ADJUDICATION: ["行政裁决", "Adjudication"],
    OTHER_POWER: ["其他行政权力", "Other power"],
    PUBLIC_SERVICE: ["公共服务", "Public service"],
  },
);

export const ExerciseLevelEnum = labelledEnum<ExerciseLevel>("ExerciseLevel", "行使层级(GB/T 39046 A.2)。 Level.", {
  NATION: ["国家级", "Nation"],
  PROVINCE: ["省级", "Province"],
  CITY: ["市级", "City"],
  COUNTY: ["县级", "County or district"],
  TOWN: ["镇(乡、街道)级", "Town or street"],
  VILLAGE: ["村(社区)级", "Village or community"],
  GRADED: ["分级管理", "By grade, on several levels"],
});

export const MatterStateEnum = labelledEnum<MatterState>("MatterState", "事项状态。 Whether it can be applied for.", {
  IN_USE: ["在用", "Can be applied for"],
  SUSPENDED: ["暂停(挂起)", "Suspended until the coordination office agrees"],
  CANCELLED: ["取消", "Cancelled"],
});

export const PresenceModeEnum = labelledEnum<PresenceMode>(
  "PresenceMode",
  "入驻方式(R054、R055):派驻或委托。 How a department is present at a window.",
  {
    STATIONED: ["派驻:事项与人员同时进驻", "Its matters and its people are there"],
    ENTRUSTED: ["委托:事项进驻、人员不进驻", "Its matters are there, its people are not"],
  },
);

export const ServiceTagEnum = labelledEnum<ServiceTag>(
  "ServiceTag",
  "马上办、网上办、就近办、一次办(R031)。 Promises.",
  {
    AT_ONCE: ["马上办", "At once"],
    ONLINE: ["网上办", "Online"],
    NEARBY: ["就近办", "Nearby"],
    ONE_VISIT: ["一次办", "With one visit"],
  },
);

export const MatterListEnum = labelledEnum<MatterList>(
  "MatterList",
  "公布的事项清单。 The published lists of matters.",
  {
    STREET: ["乡镇(街道)事项清单", "Street and town centres"],
    VILLAGE_PROXY: ["村(社区)代办事项清单", "Village agents may start it"],
    PARTNER: ["合作网点事项清单", "Banks, post and other partners"],
    ONE_THING: ["一件事清单", "Part of a bundle"],
    INSTANT: ["即办件目录", "Done at once"],
    MOBILE: ["掌上办清单", "By telephone"],
    UNIVERSAL_POST: ["通岗通办清单", "At every post of the region"],
    DELEGATED_POWER: ["赋权清单", "Power delegated to streets and towns"],
    ON_THE_SPOT: ["导服现场办结", "Done by the navigator, without a ticket"],
  },
);

export const ApprovalMechanismEnum = labelledEnum<ApprovalMechanism>(
  "ApprovalMechanism",
  "审批机制(R042)。 Path of approval.",
  {
    ORDINARY: ["一般程序", "Ordinary"],
    INFORMED_COMMITMENT: ["告知承诺", "On the applicant's informed commitment"],
    DEFERRAL_PREREVIEW: ["容缺预审", "Reviewed before all materials are there"],
    RECORD_FILING: ["备案制", "By filing"],
  },
);

export const MatterOriginEnum = labelledEnum<MatterOrigin>("MatterOrigin", "事项来源(R030)。 Where it comes from.", {
  GUIDE_CATALOGUE: ["上级指导目录", "The guide catalogue of the level above"],
  LOCAL: ["本地事项", "Declared locally"],
});

export const ServiceTargetEnum = labelledEnum<ServiceTarget>("ServiceTarget", "服务对象(GB/T 39046 A.4)。 For whom.", {
  NATURAL_PERSON: ["自然人", "Persons"],
  ENTERPRISE: ["企业法人", "Enterprises"],
  PUBLIC_INSTITUTION: ["事业法人", "Public institutions"],
  SOCIAL_ORGANISATION: ["社会组织法人", "Social organisations"],
  ADMINISTRATIVE_ORGAN: ["行政机关", "Administrative organs"],
  OTHER_ORGANISATION: ["其他组织", "Other organisations"],
});

export const HandlingFormEnum = labelledEnum<HandlingForm>("HandlingForm", "办理形式(GB/T 39046 A.5)。 Channels.", {
  WINDOW: ["窗口", "Window"],
  ONLINE: ["电脑端网上", "Online"],
  MOBILE: ["移动端", "Mobile"],
  POST: ["快递", "Post"],
  OTHER: ["其他", "Other"],
});

export const HandlingRangeEnum = labelledEnum<HandlingRange>("HandlingRange", "通办范围。 Where it may be handed in.", {
  VILLAGE: ["跨村", "Across villages"],
  TOWN: ["全镇", "In the whole town"],
  COUNTY: ["全县", "In the whole county"],
  CITY: ["全市", "In the whole city"],
  PROVINCE: ["全省", "In the whole province"],
  NATIONAL: ["全国(跨省)", "In the whole country"],
});

export const OnlineDepthEnum = labelledEnum<OnlineDepth>("OnlineDepth", "网办深度。 How far it goes online.", {
  CONSULTATION: ["互联网咨询", "Consultation"],
  COLLECTION: ["收件", "Collection"],
  PRE_REVIEW: ["预审", "Pre-review"],
  ACCEPTANCE: ["受理", "Acceptance"],
  HANDLING: ["办理", "Handling"],
  RESULT_FEEDBACK: ["办理结果信息反馈", "Result told online"],
  E_LICENCE_FEEDBACK: ["电子证照反馈", "Electronic licence"],
  OTHER: ["其他", "Other"],
});

export const ResultTypeEnum = labelledEnum<ResultType>("ResultType", "结果类型。 What the applicant gets.", {
  LICENCE: ["证照", "Licence or certificate"],
  APPROVAL_DOCUMENT: ["批文", "Document of approval"],
  OTHER: ["其他", "Other"],
  NONE: ["无", "Nothing"],
});
