import { registerEnumType } from "type-graphql";
import { agentServices, handoverDirections, keyGroups, serviceModes } from "../domain/proxyRequest.js";
import { enumOf } from "./enums.js";

export const ServiceModeEnum = enumOf(serviceModes);
registerEnumType(ServiceModeEnum, {
  name: "ServiceMode",
  description:
    "服务模式(R102):咨询引导、全程代办、预约办理、特别通道、上门、延时、网上。 Guidance, full proxy, appointment, special lane, home, extended hours, online.",
});

export const KeyGroupEnum = enumOf(keyGroups);
registerEnumType(KeyGroupEnum, {
  name: "KeyGroup",
  description:
    "重点群体(R104、R105):高龄、空巢、失能、留守、特困、独居。 The old, those alone or left behind, the disabled, the poorest.",
});

export const AgentServiceEnum = enumOf(agentServices);
registerEnumType(AgentServiceEnum, {
  name: "AgentService",
  description:
    "帮办服务(R118):进村入户、政策咨询、帮办代办、进度跟踪、信息反馈。 Visits, consultation, proxy, tracking, feedback.",
});

export const HandoverDirectionEnum = enumOf(handoverDirections);
registerEnumType(HandoverDirectionEnum, {
  name: "HandoverDirection",
  description: "移交方向(R003):平级、向上、向下。 Sideways, up or down.",
});
