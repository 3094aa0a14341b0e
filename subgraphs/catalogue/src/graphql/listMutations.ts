import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { ClientMutation } from "@yimen/kernel/clientMutation";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import type { BatchKind } from "../domain/batch.js";
import type { ExemptionReason } from "../domain/hallPresence.js";
import type { MeasureKind } from "../domain/optimisationMeasure.js";
import { endHallExemption, exemptFromHall } from "../exemptFromHall.js";
import { publishBatch, withdrawFromBatch } from "../publishBatch.js";
import { recordMeasure } from "../recordMeasure.js";
import { repealBasis } from "../repealBasis.js";
import { BatchType } from "./batchType.js";
import { BatchKindEnum, ExemptionReasonEnum, MeasureKindEnum } from "./catalogueEnums.js";
import { RepealedBasisType } from "./listQueries.js";
import { MatterType } from "./matterType.js";

@InputType()
export abstract class MatterMutation extends ClientMutation {
  @Field(() => ID)
  matterId!: string;
  @Field(() => Int, { nullable: true, description: "事项的所见版本。 The matter's version that was seen." })
  version?: number | null;
}

@InputType({ description: "登记一项优化措施(R041)。 What was done to make a matter leaner." })
export class RecordOptimisationMeasureInput extends MatterMutation {
  @Field(() => MeasureKindEnum)
  kind!: MeasureKind;
  @Field(() => String)
  description!: string;
  @Field(() => PlainDateScalar)
  takenOn!: PlainDate;
}

@InputType({ description: "确认事项可暂不进驻大厅(R053)。 Lets a matter stay away from the hall." })
export class ExemptFromHallInput extends MatterMutation {
  @Field(() => ExemptionReasonEnum)
  reason!: ExemptionReason;
  @Field(() => String, { description: "对办公场所的特殊要求。 What premises it needs." })
  note!: string;
}

@InputType()
export class EndHallExemptionInput extends MatterMutation {}

@InputType({ description: "公布一批事项(R051、R063)。 Matters that are delegated, or brought online, together." })
export class PublishBatchInput extends ClientMutation {
  @Field(() => ID)
  regionId!: string;
  @Field(() => BatchKindEnum)
  kind!: BatchKind;
  @Field(() => PlainDateScalar)
  effectiveOn!: PlainDate;
  @Field(() => String, { nullable: true, description: "赋权必填。 Needed by a delegation." })
  basis?: string | null;
  @Field(() => [ID])
  matterIds!: string[];
}

@InputType({ description: "将事项移出批次(R051)。 Takes a matter out of its batch." })
export class WithdrawFromBatchInput extends ClientMutation {
  @Field(() => ID)
  batchId!: string;
  @Field(() => Int, { nullable: true, description: "批次的所见版本。 The batch's version that was seen." })
  version?: number | null;
  @Field(() => ID)
  matterId!: string;
  @Field(() => String)
  reason!: string;
}

@InputType({ description: "登记依据废止(R051)。 Notes that a provision was repealed." })
export class RepealLegalBasisInput extends ClientMutation {
  @Field(() => ID)
  regionId!: string;
  @Field(() => String, { description: "《…》或其条款。 The act, or an article of it." })
  basis!: string;
  @Field(() => PlainDateScalar)
  repealedOn!: PlainDate;
  @Field(() => String, { description: "废止文件。 The document that says so." })
  source!: string;
}

/** Measures by a matter's department; the region's lists by the coordination office; see `domain/maintenance.ts`. */
@Resolver()
export class ListMutations {
  @StaffOnly()
  @Mutation(() => MatterType, {
    description: "登记优化措施(R041)。拒绝码:MEASURE_NOT_TAKEN。 Notes what was done to make a matter leaner.",
  })
  recordOptimisationMeasure(
    @Arg("input", () => RecordOptimisationMeasureInput) input: RecordOptimisationMeasureInput,
    @Ctx() context: Context,
  ) {
    return recordMeasure(context, input);
  }

  @StaffOnly()
  @Mutation(() => MatterType, {
    description:
      "确认可暂不进驻大厅,仅协调办(R053)。拒绝码:EXEMPTION_WITHOUT_REASON。 Exempts a matter; coordination office only.",
  })
  exemptFromHall(@Arg("input", () => ExemptFromHallInput) input: ExemptFromHallInput, @Ctx() context: Context) {
    return exemptFromHall(context, input);
  }

  @StaffOnly()
  @Mutation(() => MatterType, {
    description: "撤销不进驻,仅协调办(R053)。 The matter is due in the hall again; coordination office only.",
  })
  endHallExemption(@Arg("input", () => EndHallExemptionInput) input: EndHallExemptionInput, @Ctx() context: Context) {
    return endHallExemption(context, input);
  }

  @StaffOnly()
  @Mutation(() => BatchType, {
    description:
      "公布一批赋权或掌上办事项,仅协调办(R051、R063)。拒绝码:BATCH_WITHOUT_BASIS、BATCH_MATTER_NOT_FREE 等。 Publishes a batch; coordination office only.",
  })
  publishBatch(@Arg("input", () => PublishBatchInput) input: PublishBatchInput, @Ctx() context: Context) {
    return publishBatch(context, input);
  }

  @StaffOnly()
  @Mutation(() => BatchType, {
    description: "将事项移出批次并留痕,仅协调办(R051)。 Takes a matter out; that it was there is kept.",
  })
  withdrawFromBatch(
    @Arg("input", () => WithdrawFromBatchInput) input: WithdrawFromBatchInput,
    @Ctx() context: Context,
  ) {
    return withdrawFromBatch(context, input);
  }

  @StaffOnly()
  @Mutation(() => [RepealedBasisType], {
    description:
      "登记依据废止,仅协调办(R051);据此的指南和赋权即被标出。 Notes a repeal; what rests on it is flagged from its day.",
  })
  repealLegalBasis(@Arg("input", () => RepealLegalBasisInput) input: RepealLegalBasisInput, @Ctx() context: Context) {
    return repealBasis(context, input);
  }
}
