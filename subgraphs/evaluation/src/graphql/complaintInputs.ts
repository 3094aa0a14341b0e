import { ClientMutation } from "@yimen/kernel/clientMutation";
import { Field, ID, InputType, Int } from "type-graphql";
import type { ComplaintKind } from "../domain/complaint.js";
import type { FindingKind, InspectionMode, InspectionSource } from "../domain/inspection.js";
import type { NormCheck, ServiceNorm } from "../domain/serviceNorm.js";
import type { ProblemCategory } from "../domain/tag.js";
import {
  ComplaintKindEnum,
  FindingKindEnum,
  InspectionModeEnum,
  InspectionSourceEnum,
  ServiceNormEnum,
} from "./complaintEnums.js";
import { ProblemCategoryEnum } from "./evaluationEnums.js";
import { VersionedMutation } from "./inputs.js";

@InputType({ description: "提出投诉或举报。 Files a complaint or a report." })
export class FileComplaintInput extends ClientMutation {
  @Field(() => ComplaintKindEnum, { defaultValue: "COMPLAINT" })
  kind!: ComplaintKind;

  @Field(() => ProblemCategoryEnum)
  category!: ProblemCategory;

  @Field(() => ID)
  outletId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "被投诉人;不得办理该投诉。 Whom it is about, who then has no part in it.",
  })
  officerId: string | null = null;

  @Field(() => ID, { nullable: true })
  caseId: string | null = null;

  @Field(() => String)
  text!: string;
}

@InputType()
export abstract class ComplaintInput extends VersionedMutation {
  @Field(() => ID)
  complaintId!: string;
}

@InputType()
export class AcceptComplaintInput extends ComplaintInput {}

@InputType()
export class InvestigateComplaintInput extends ComplaintInput {
  @Field(() => String, { description: "调查核实情况。 What was found." })
  findings!: string;

  @Field(() => Boolean, { description: "是否属实。 Whether it holds." })
  substantiated!: boolean;
}

@InputType()
export class AnswerComplaintInput extends ComplaintInput {
  @Field(() => String, { description: "反馈给提出人的处理结果。 The result as the complainant is told." })
  answer!: string;
}

@InputType()
export class OpenInspectionInput extends ClientMutation {
  @Field(() => ID)
  outletId!: string;

  @Field(() => InspectionModeEnum)
  mode!: InspectionMode;

  @Field(() => InspectionSourceEnum)
  source!: InspectionSource;
}

@InputType()
export abstract class InspectionInput extends VersionedMutation {
  @Field(() => ID)
  inspectionId!: string;
}

@InputType()
export class RecordFindingInput extends InspectionInput {
  @Field(() => FindingKindEnum)
  kind!: FindingKind;

  @Field(() => String)
  text!: string;
}

@InputType()
export class ResolveFindingInput extends InspectionInput {
  @Field(() => Int, { description: "问题序号。 The finding's number." })
  no!: number;

  @Field(() => String, { description: "整改情况。 The remedy." })
  resolution!: string;
}

@InputType({ description: "一项服务规范的检查情况。 One norm as it was found." })
export class NormCheckInput implements NormCheck {
  @Field(() => ServiceNormEnum)
  norm!: ServiceNorm;

  @Field(() => Boolean, { description: "是否落实。 Whether it was kept." })
  kept!: boolean;

  @Field(() => String, { defaultValue: "", description: "未落实的须写明情况。 What was seen; needed when not kept." })
  note!: string;
}

@InputType()
export class CheckNormsInput extends InspectionInput {
  @Field(() => [NormCheckInput])
  checks!: NormCheckInput[];
}
