import { registerEnumType } from "type-graphql";
import { leaveStatuses } from "../domain/leave.js";
import { targetStates } from "../domain/network.js";
import { outletKinds, partnerKinds } from "../domain/outlet.js";
import { staffRoles } from "../domain/post.js";
import { windowStates } from "../domain/serving.js";
import { staffEventTypes } from "../domain/staffEvent.js";
import { employments } from "../domain/staffMember.js";
import { presenceModes, windowKinds } from "../domain/window.js";
import { enumOf } from "./enumOf.js";

export const OutletKindEnum = enumOf(outletKinds);
registerEnumType(OutletKindEnum, {
  name: "OutletKind",
  description: "网点层级(R001);各地名称不同,层级一致。 Kinds of outlet; what a region calls them differs.",
  valuesConfig: {
    CENTRE: { description: "政务服务中心。 District centre." },
    SUB_CENTRE: { description: "分中心。 Sub-centre." },
    STREET_CENTRE: { description: "街道(镇)便民服务中心。 Street or town centre." },
    VILLAGE_STATION: { description: "村(社区)便民服务站。 Village or community station." },
    AGENT_POINT: { description: "商超、园区代办点。 Agent point in a mall or park." },
    PARTNER_OUTLET: { description: "银行、邮政等合作网点。 A partner's outlet." },
    SELF_SERVICE_TERMINAL: { description: "自助终端。 Self-service terminal." },
  },
});

export const PartnerKindEnum = enumOf(partnerKinds);
registerEnumType(PartnerKindEnum, {
  name: "PartnerKind",
  description: "合作网点类型(R016、R017)。 Whose place it is in.",
});

export const WindowKindEnum = enumOf(windowKinds);
registerEnumType(WindowKindEnum, {
  name: "WindowKind",
  description: "窗口类型。 Kinds of window.",
  valuesConfig: {
    COMPREHENSIVE: { description: "综合窗口:统一受理多个部门的事项。 Takes the matters of several departments." },
    DEPARTMENT: { description: "部门专窗。 One department's own." },
    GENERALIST: { description: "全科(帮办代办)窗口。 Generalist and assistance." },
    ONE_THING: { description: "“一件事”窗口。 Takes bundles." },
    GREEN_LANE: { description: "绿色通道。 For those who go first." },
  },
});

export const WindowStateEnum = enumOf(windowStates);
registerEnumType(WindowStateEnum, {
  name: "WindowState",
  description: "窗口现状。 How a window stands now.",
  valuesConfig: {
    OPEN: { description: "开放且有人在岗。 Open, and somebody serves." },
    CLOSED: { description: "未到开放时间。 Outside opening hours." },
    VACANT: { description: "开放时间内空岗,已告警(R151)。 Open, and nobody serves; an alert stands." },
  },
});

/** Named as the catalogue's field `presenceMode`: the two subgraphs share the values. */
export const PresenceModeEnum = enumOf(presenceModes);
registerEnumType(PresenceModeEnum, {
  name: "PresenceMode",
  description: "入驻方式(R054、R055):派驻或委托。 How a department is present at a window.",
  valuesConfig: {
    STATIONED: { description: "派驻:事项与人员同时进驻。 Its matters and its people are there." },
    ENTRUSTED: { description: "委托:事项进驻、人员不进驻。 Its matters are there, its people are not." },
  },
});

const lists = [
  "STREET",
  "VILLAGE_PROXY",
  "PARTNER",
  "ONE_THING",
  "INSTANT",
  "MOBILE",
  "UNIVERSAL_POST",
  "DELEGATED_POWER",
  "ON_THE_SPOT",
] as const;
/** The catalogue owns the lists; what a matter stands on decides which outlets take it. */
export const MatterListEnum = enumOf(lists);
registerEnumType(MatterListEnum, {
  name: "MatterList",
  description: "公布的事项清单。 The published lists of matters.",
});

export const StaffRoleEnum = enumOf(staffRoles);
registerEnumType(StaffRoleEnum, { name: "StaffRole", description: "岗位职责。 What the holder of a post does." });

export const EmploymentEnum = enumOf(employments);
registerEnumType(EmploymentEnum, {
  name: "Employment",
  description: "用工性质:在编、编外、兼任、中心专职(R146)。 How somebody is employed.",
});

export const LeaveStatusEnum = enumOf(leaveStatuses);
registerEnumType(LeaveStatusEnum, {
  name: "LeaveStatus",
  description: "请销假状态(R153);批准后至销假为止均为不在岗。 An approved leave lasts until it is ended in person.",
});

export const TargetStateEnum = enumOf(targetStates);
registerEnumType(TargetStateEnum, {
  name: "TargetState",
  description: "建设目标进度(R002)。 How far a target has been reached.",
});

export const DutyEventTypeEnum = enumOf(staffEventTypes);
registerEnumType(DutyEventTypeEnum, {
  name: "DutyEventType",
  description: "在岗日志的事件。 What the log of duty tells of.",
  valuesConfig: {
    TAKEOVER_STARTED: { description: "B岗接替A岗(R150)。 B begins to act for A." },
    TAKEOVER_ENDED: { description: "顶岗结束。 B no longer acts for A." },
    VACANCY_OPENED: { description: "空岗告警(R151)。 Nobody covers the post; an alert stands." },
    VACANCY_CLOSED: { description: "空岗解除。 The post is covered again." },
    TERMINAL_OFFLINE: { description: "自助终端离线告警(R019)。 A terminal has been silent for too long." },
    TERMINAL_ONLINE: { description: "自助终端恢复或首次联机。 A terminal is heard of again, or for the first time." },
  },
});
