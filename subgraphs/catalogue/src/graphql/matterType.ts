import { ForPartners } from "@yimen/kernel/forPartners";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import type { ExerciseLevel } from "../domain/exerciseLevel.js";
import type {
  ApprovalMechanism,
  HandlingForm,
  HandlingRange,
  Matter,
  MatterList,
  MatterOrigin,
  MatterState,
  OnlineDepth,
  ResultType,
  ServiceTag,
  ServiceTarget,
} from "../domain/matter.js";
import type { MatterType as MatterKind } from "../domain/matterType.js";
import {
  ApprovalMechanismEnum,
  ExerciseLevelEnum,
  HandlingFormEnum,
  HandlingRangeEnum,
  MatterListEnum,
  MatterOriginEnum,
  MatterStateEnum,
  MatterTypeEnum,
  OnlineDepthEnum,
  ResultTypeEnum,
  ServiceTagEnum,
  ServiceTargetEnum,
} from "./matterEnums.js";

@ObjectType("Baseline", {
  description: "优化前的数量,指标的比较基准(R032)。 What it asked for before it was optimised.",
})
export class BaselineType {
  @Field(() => Int)
  materials!: number;

  @Field(() => Int)
  forms!: number;

  @Field(() => Int)
  steps!: number;

  @Field(() => Int)
  onSiteVisits!: number;
}

@ObjectType("Matter", {
  description:
    "政务服务事项:一个实施主体的实施清单条目。 A government service matter: one body's implementation of it.",
})
@Directive(`@key(fields: "id")`)
export class MatterType {
  @ForPartners()
  @Field(() => ID)
  id!: string;

  @ForPartners()
  @Field(() => String)
  name!: string;

  @ForPartners()
  @Field(() => String, { description: "英文名称。 The name in English." })
  nameEn!: string;

  @Field(() => ID)
  regionId!: string;

  @Field(() => String, { description: "业务办理项编码(33位)。 Code of the handling item." })
  handlingItemCode!: string;

  @Field(() => String, { description: "实施编码(31位)。 Code of the body's implementation." })
  implementationCode!: string;

  @Field(() => String, { description: "基本编码(12位)。 Code of the matter wherever it is handled." })
  basicCode!: string;

  @ForPartners()
  @Field(() => MatterTypeEnum)
  type!: MatterKind;

  @Field(() => ExerciseLevelEnum)
  exerciseLevel!: ExerciseLevel;

  @ForPartners()
  @Field(() => MatterStateEnum)
  state!: MatterState;

  @Field(() => String, { nullable: true, description: "暂停原因;三年无申请为 DORMANT_3Y(R043)。 Why it is suspended." })
  stateReason!: string | null;

  @Field(() => MatterOriginEnum)
  origin!: MatterOrigin;

  @Field(() => ApprovalMechanismEnum)
  mechanism!: ApprovalMechanism;

  @ForPartners()
  @Field(() => [ServiceTargetEnum])
  serviceTargets!: readonly ServiceTarget[];

  @ForPartners()
  @Field(() => [HandlingFormEnum])
  handlingForms!: readonly HandlingForm[];

  @ForPartners()
  @Field(() => HandlingRangeEnum)
  handlingRange!: HandlingRange;

  @ForPartners()
  @Field(() => OnlineDepthEnum)
  onlineDepth!: OnlineDepth;

  @ForPartners()
  @Field(() => ResultTypeEnum)
  resultType!: ResultType;

  @ForPartners()
  @Field(() => [ServiceTagEnum])
  tags!: readonly ServiceTag[];

  @ForPartners()
  @Field(() => [MatterListEnum])
  lists!: readonly MatterList[];

  @Field(() => BaselineType)
  baseline!: Matter["baseline"];

  @Field(() => PlainDateScalar)
  publishedOn!: string;

  @Field(() => String, { nullable: true, description: "数据来源。 Where a seeded entry comes from." })
  source!: string | null;

  @Field(() => Int, {
    description: "每次变更加一;写入时送回以发现并发修改。 Send it back to detect a concurrent change.",
  })
  version!: number;
}

@ForPartners()
@ObjectType("MatterConnection", { description: "一页事项。 A page of matters." })
export class MatterConnectionType {
  @Field(() => [MatterType])
  nodes!: readonly Matter[];

  @Field(() => String, { nullable: true, description: "下一页的 after。 Pass it as `after` to get the next page." })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}
