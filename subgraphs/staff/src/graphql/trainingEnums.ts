import { registerEnumType } from "type-graphql";
import { trainingForms, trainingLevels, trainingTopics } from "../domain/training.js";
import { enumOf } from "./enumOf.js";

export const TrainingLevelEnum = enumOf(trainingLevels);
registerEnumType(TrainingLevelEnum, {
  name: "TrainingLevel",
  description: "培训层级(R155):区、街道(乡镇)、村(社区)。 Who gathers for a training.",
});

export const TrainingTopicEnum = enumOf(trainingTopics);
registerEnumType(TrainingTopicEnum, {
  name: "TrainingTopic",
  description: "培训内容(R156)。 What is taught.",
  valuesConfig: {
    HIGH_FREQUENCY_MATTERS: { description: "高频事项办理。" },
    PLATFORM_USE: { description: "政务服务平台的使用。" },
    MATERIAL_TRANSFER: { description: "业务材料流转。" },
    COMMON_QUESTIONS: { description: "常见的问题解读。" },
    SERVICE_ETIQUETTE: { description: "服务礼仪。" },
    POLITE_LANGUAGE: { description: "文明用语。" },
  },
});

export const TrainingFormEnum = enumOf(trainingForms);
registerEnumType(TrainingFormEnum, {
  name: "TrainingForm",
  description: "培训形式(R157、R158)。 How it is taught.",
  valuesConfig: {
    AT_THE_DOOR: { description: "送教上门。" },
    REMOTE_GUIDANCE: { description: "远程指导。" },
    HANDS_ON: { description: "手把手教学。" },
    CENTRALISED: { description: "“拉网式”集中培训。" },
    THEMATIC: { description: "专题培训。" },
    POST_DRILL: { description: "岗位练兵。" },
    OBSERVATION: { description: "观摩交流。" },
  },
});
