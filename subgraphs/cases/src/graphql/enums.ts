import type { DayReason } from "@yimen/workdays/dayReason";
import { registerEnumType } from "type-graphql";
import { alertKinds } from "../domain/alert.js";
import { applicantKinds } from "../domain/applicant.js";
import { appointmentChannels, appointmentStatuses } from "../domain/appointment.js";
import { caseChannels, caseStatuses, confidentialities, deliveryMethods, outcomes } from "../domain/case.js";
import { caseEventTypes } from "../domain/caseEvent.js";
import { deliveryModes } from "../domain/deliveryMode.js";
import { inquiryOutcomes } from "../domain/inquiry.js";
import { approvalMechanisms } from "../domain/mechanism.js";
import { lanes, ticketStatuses } from "../domain/queue.js";
import { sealIrregularities } from "../domain/seal.js";

export const enumOf = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [V in T]: V };

export const CaseStatusEnum = enumOf(caseStatuses);
registerEnumType(CaseStatusEnum, {
  name: "CaseStatus",
  description: "办件所处环节。 Where a case stands.",
  valuesConfig: {
    COLLECTED: { description: "收件:材料已收,尚未受理。 Handed in, not yet accepted." },
    AWAITING_CORRECTION: { description: "补正中:时钟暂停。 Waiting for a correction; the clock stands still." },
    ACCEPTED: { description: "已受理:承诺时限开始计算。 Accepted; the promise runs." },
    UNDER_REVIEW: { description: "审查中:部门已接件。 The department works on it." },
    IN_SPECIAL_PROCEDURE: {
      description: "特别程序中:时钟暂停。 Hearing, inspection or the like; the clock stands still.",
    },
    GRANTED: { description: "准予。 Granted." },
    DENIED: { description: "不予。 Denied." },
    RESULT_MADE: { description: "已制证。 The document is made." },
    RESULT_ISSUED: { description: "已回送窗口,待领取。 The document is back at the window." },
    DELIVERED: { description: "已送达,办结。 Delivered; closed." },
    REFUSED_ACCEPTANCE: { description: "不予受理。 Acceptance was refused." },
    WITHDRAWN: { description: "已撤回。 Withdrawn by the applicant." },
    TERMINATED: { description: "已终止:容缺材料逾期未补。 Ended: a deferred material did not come in time." },
    REVOKED: { description: "已撤销:准予决定被依法撤销。 What was granted has been taken back." },
  },
});

export const ApprovalMechanismEnum = enumOf(approvalMechanisms);
registerEnumType(ApprovalMechanismEnum, {
  name: "ApprovalMechanism",
  description: "审批机制(R042)。 Path of approval.",
  valuesConfig: {
    ORDINARY: { description: "一般程序。 Ordinary." },
    INFORMED_COMMITMENT: { description: "告知承诺。 On the applicant's informed commitment." },
    DEFERRAL_PREREVIEW: { description: "容缺预审。 Reviewed before all materials are there." },
    RECORD_FILING: { description: "备案制。 By filing." },
  },
});

export const CaseChannelEnum = enumOf(caseChannels);
registerEnumType(CaseChannelEnum, {
  name: "CaseChannel",
  description: "收件渠道。 How a case came in.",
  valuesConfig: {
    WINDOW: { description: "窗口收件。 Handed in at a window." },
    ONLINE: { description: "网上申办,不到现场(R064)。 Handed in online, without coming." },
  },
});

export const ServiceDeliveryModeEnum = enumOf(deliveryModes);
registerEnumType(ServiceDeliveryModeEnum, {
  name: "ServiceDeliveryMode",
  description: "服务提供方式(R050)。 How a service is brought to where people are.",
  valuesConfig: {
    WINDOW_FORWARD: { description: "窗口前移:部门人员在网点收件。 The department's own people at the outlet." },
    ENTRUSTED_COLLECTION: { description: "委托收件:网点代部门收件。 The outlet collects for the department." },
    PROXY: { description: "帮办代办:代办员代申请人提交。 An agent hands it in for the applicant." },
  },
});

export const OutcomeEnum = enumOf(outcomes);
registerEnumType(OutcomeEnum, {
  name: "CaseOutcome",
  description: "审批结果:准予、容缺准予、不予。 Granted, granted while a material is still to come, or denied.",
});

export const DeliveryMethodEnum = enumOf(deliveryMethods);
registerEnumType(DeliveryMethodEnum, {
  name: "DeliveryMethod",
  description: "送达方式。 How a result reaches the applicant.",
});

export const ConfidentialityEnum = enumOf(confidentialities);
registerEnumType(ConfidentialityEnum, {
  name: "Confidentiality",
  description: "不予公开的理由(R130);一般为 NONE。 Why a case is kept from the public; NONE is the rule.",
});

export const CaseEventTypeEnum = enumOf(caseEventTypes);
registerEnumType(CaseEventTypeEnum, { name: "CaseEventType", description: "办件过程中的一步。 One step of a case." });

export const SealIrregularityEnum = enumOf(sealIrregularities);
registerEnumType(SealIrregularityEnum, {
  name: "SealIrregularity",
  description: "不规范用印的情形(R126)。 Why a use of a seal is not in order.",
  valuesConfig: {
    NO_APPROVED_DECISION: { description: "没有对应的审批决定。 No decision of the department has this document." },
    NO_RIGHT: { description: "用印人没有用印权(R128)。 Who used it does not hold the right to it." },
  },
});

export const AlertKindEnum = enumOf(alertKinds);
registerEnumType(AlertKindEnum, {
  name: "CaseAlertKind",
  description: "预警种类。 What an alert is about.",
  valuesConfig: {
    ONLINE_WAITING: { description: "有网上申请待窗口认领(R064)。 An online case waits for a window to take it up." },
    PROMISE_WARNING: { description: "承诺时限已用 80% 或 100%(R131)。 80 % or 100 % of the promise is used up." },
    DEFERRAL_EXPIRING: { description: "今天是容缺补交最后一天。 A deferred material is due today." },
    DEFERRAL_EXPIRED: { description: "容缺逾期,办件终止。 It did not come; the case has ended." },
    RESULT_NOT_DELIVERED: {
      description:
        "决定后十个工作日内未送达(行政许可法第四十四条)。 Not delivered ten working days after the decision.",
    },
    INSTANT_NOT_CLOSED: {
      description: "即办件当日未办结。 A matter to be done at once is not done when the office closes.",
    },
    RESULT_NOT_FED_BACK: {
      description:
        "办结后十个工作日内未将结果反馈申请人(R088)。 The applicant was not told within ten working days of the end.",
    },
    CASE_REFERRED: { description: "下级部门转报办件,请答复(R111)。 A case was referred up; its answer is awaited." },
    OPINION_REQUESTED: { description: "请部门首席代表提出联办意见(R123)。 A department is called to a joint case." },
    OPINION_OVERDUE: { description: "联办意见逾期未提出。 An opinion on a joint case is missing on its day." },
    CASE_URGED: { description: "督办(R110、R131)。 Somebody presses for a case to be finished." },
    SUPPORT_REQUESTED: { description: "窗口请部门支援(R084)。 A window asks a department for help." },
    SUPPORT_ANSWERED: { description: "部门已答复。 The department has answered." },
    BLOCKER_RAISED: { description: "登记难点堵点(R117)。 Something stands in the way of a case." },
    BLOCKER_ESCALATED: { description: "难点堵点逾期未解决,上报统筹协调。 It goes up to the coordination office." },
    BLOCKER_RESOLVED: { description: "难点堵点已解决。 It has been resolved." },
    SEAL_IRREGULAR: { description: "未审批、不规范用印(R126)。 A use of a seal that is not in order." },
    SEAL_ALERT_CLOSED: { description: "用印预警已闭环。 An alert about a seal has been closed." },
  },
});

export const MaterialStateEnum = enumOf(["MISSING", "PRESENT", "DEFERRED", "TO_CORRECT"]);
registerEnumType(MaterialStateEnum, {
  name: "MaterialState",
  description: "材料状态:缺少、已收、容缺后补、待补正。 Missing, handed in, to follow later, or to be corrected.",
});

export const ApplicantKindEnum = enumOf(applicantKinds);
registerEnumType(ApplicantKindEnum, {
  name: "ApplicantKind",
  description: "自然人或组织。 A person or an organisation.",
});

export const LaneEnum = enumOf(lanes);
registerEnumType(LaneEnum, {
  name: "QueueLane",
  description:
    "普通队列,或老年人、残疾人绿色通道(R103)。 The normal lane, or the green lane of the old and the disabled.",
});

export const TicketStatusEnum = enumOf(ticketStatuses);
registerEnumType(TicketStatusEnum, { name: "QueueTicketStatus", description: "排队号的状态。 Where a ticket stands." });

export const AppointmentChannelEnum = enumOf(appointmentChannels);
registerEnumType(AppointmentChannelEnum, {
  name: "AppointmentChannel",
  description:
    "预约渠道(R097、R106):现场、电话、网上、微信、爱心卡。 At the counter, by telephone, online, by WeChat or care card.",
});

export const AppointmentStatusEnum = enumOf(appointmentStatuses);
registerEnumType(AppointmentStatusEnum, {
  name: "AppointmentStatus",
  description: "预约的状态。 Where an appointment stands.",
  valuesConfig: {
    REQUESTED: { description: "已申请,待答复。 Asked for, not answered." },
    AGREED: {
      description: "已约定时间并一次性告知全部材料(R098)。 A time is agreed, and everything to bring was told.",
    },
    REFUSED: { description: "不能提供,已说明理由(R099)。 Refused, with the reason." },
    CANCELLED: { description: "已取消。 Taken back." },
    ARRIVED: { description: "已到场取号。 The applicant has come and drawn a ticket." },
  },
});

export const InquiryOutcomeEnum = enumOf(inquiryOutcomes);
registerEnumType(InquiryOutcomeEnum, {
  name: "InquiryOutcome",
  description: "咨询的结果:已答复、已告知承办部门、现场办结、已取号。 Answered, sent on, done on the spot, or queued.",
});

export const ClockStateEnum = enumOf(["RUNNING", "PAUSED", "OVERDUE", "STOPPED"]);
registerEnumType(ClockStateEnum, {
  name: "PromiseClockState",
  description: "承诺时钟:运行、暂停、超期、停止。 Running, standing still, too late, or stopped by the decision.",
});

export const ClockDayReasonEnum = enumOf([
  "ACCEPTANCE_DAY",
  "WORKING_DAY",
  "ADJUSTED_WORKING_DAY",
  "CALENDAR_DAY",
  "HOURS",
  "WEEKEND",
  "HOLIDAY",
  "PAUSED",
  "MOVED_TO",
] as const satisfies readonly DayReason[]);
registerEnumType(ClockDayReasonEnum, {
  name: "ClockDayReason",
  description: "该日计或不计的理由。 Why a day counts or not.",
});
