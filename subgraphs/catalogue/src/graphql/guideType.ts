import { ForPartners } from "@yimen/kernel/forPartners";
import { InstantScalar } from "@yimen/kernel/scalars";
import type { TimeLimit } from "@yimen/workdays/timeLimit";
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { FormField } from "../domain/form.js";
import type { CaseKind, DecisionMode, Fee, GuideVersion, ProcessStep, SpecialProcedure } from "../domain/guide.js";
import { operatingProcedure } from "../domain/operatingProcedure.js";
import { materialsFor, type SituationAnswer, type SituationQuestion } from "../domain/situation.js";
import { FormFieldType, SituationMaterialsType, SituationQuestionType } from "./formTypes.js";
import { CaseKindEnum, DecisionModeEnum } from "./guideEnums.js";
import { SituationAnswerInput } from "./guideInputs.js";
import { FeeType, ProcessStepType, SpecialProcedureRuleType, TimeLimitType } from "./guideParts.js";
import { identified, MaterialRequirementType } from "./materialType.js";
import { MatterType } from "./matterType.js";

@ForPartners()
@ObjectType("GuideVersion", {
  description:
    "办事指南的一个发布版本,发布后不再改变;办件锁定受理时的版本(R028)。 A published guide; it never changes, and cases keep the one they were accepted under.",
})
@Directive(`@key(fields: "id")`)
export class GuideVersionType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: "该事项的第几版。 Counts the matter's guides from 1." })
  version!: number;

  @Field(() => InstantScalar)
  effectiveFrom!: Date;

  @Field(() => InstantScalar, {
    nullable: true,
    description: "失效时刻(不含)。 First instant at which it no longer holds.",
  })
  effectiveTo!: Date | null;

  @Field(() => CaseKindEnum)
  kind!: CaseKind;

  @Field(() => DecisionModeEnum)
  decisionMode!: DecisionMode;

  @Field(() => Boolean, { description: "重要事项,须上报(R128). Reported upwards by the director, decided above." })
  important!: boolean;

  @Field(() => TimeLimitType, {
    nullable: true,
    description: "法定办结时限;法律未规定时为空。 Null where the law sets none.",
  })
  statutoryLimit!: TimeLimit | null;

  @Field(() => TimeLimitType, { description: "承诺办结时限,不超过法定(R036)。 Never above the statutory limit." })
  promisedLimit!: TimeLimit;

  @Field(() => Int, { description: "到办事现场次数。 Visits in person." })
  onSiteVisits!: number;

  @Field(() => [String], { description: "设定依据。 Provisions it rests on." })
  legalBases!: readonly string[];

  @Field(() => [String], { description: "受理条件。 Conditions of acceptance." })
  acceptanceConditions!: readonly string[];

  @Field(() => [String], { description: "审查要点,窗口与网上同一版本(R059)。 What the review looks at." })
  reviewPoints!: readonly string[];

  @Field(() => [ProcessStepType])
  steps!: readonly ProcessStep[];

  @Field(() => FeeType)
  fee!: Fee;

  @Field(() => [SpecialProcedureRuleType])
  specialProcedures!: readonly SpecialProcedure[];

  @Field(() => [String], { description: "中介服务。 Intermediary services it needs." })
  intermediaryServices!: readonly string[];
}

@Resolver(() => GuideVersionType)
export class GuideVersionResolver {
  @FieldResolver(() => [MaterialRequirementType], {
    description: "申请材料,仅限于此(R038)。 The materials, and no others.",
  })
  materials(@Root() { id, materials }: GuideVersion): MaterialRequirementType[] {
    return materials.map((material) => identified(id, material));
  }

  @FieldResolver(() => [FormFieldType], {
    description: "申请表字段;申请人身份信息之外的。 What the form asks beside who applies.",
  })
  formFields(@Root() { formFields = [] }: GuideVersion): readonly FormField[] {
    return formFields;
  }

  @FieldResolver(() => [SituationQuestionType], {
    description: "情形问题:按回答确定所需材料。 Questions whose answers decide which materials are needed.",
  })
  questions(@Root() { questions = [] }: GuideVersion): readonly SituationQuestion[] {
    return questions;
  }

  @FieldResolver(() => SituationMaterialsType, {
    description:
      "一种情形所需的材料(R203)。拒绝码:SITUATION_ANSWER_NOT_VALID。 The materials a situation needs, no others.",
  })
  materialsFor(
    @Root() { id, materials, questions = [] }: GuideVersion,
    @Arg("answers", () => [SituationAnswerInput]) answers: SituationAnswer[],
  ): SituationMaterialsType {
    const { required, unanswered } = materialsFor(materials, questions, answers);
    const needed = materials.filter(({ code }) => required.includes(code));
    return { required: needed.map((material) => identified(id, material)), unanswered: [...unanswered] };
  }

  @FieldResolver(() => [String], {
    description:
      "标准操作规程:窗口逐步核对与办理的内容,各网点相同(R046)。 What whoever is at the window checks and does; the same at every outlet.",
  })
  operatingProcedure(@Root() guide: GuideVersion): string[] {
    return operatingProcedure(guide);
  }

  @FieldResolver(() => MatterType)
  matter(@Root() { matterId }: GuideVersion, @Ctx() { loaders }: Context) {
    return loaders.matterById.load(matterId);
  }
}

/** How references to a guide are completed: the loader of everything else, hence one query per batch. */
export const resolveGuideReference = ({ id }: { id: string }, { loaders }: Context) => loaders.guideById.load(id);
