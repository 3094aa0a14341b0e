import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { officeDay } from "@yimen/workdays/instant";
import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { type Batch, standingOn } from "../domain/batch.js";
import type { ExemptionReason } from "../domain/hallPresence.js";
import { itemOf, type Matter } from "../domain/matter.js";
import type { MeasureKind } from "../domain/optimisationMeasure.js";
import { repealedFor } from "../repealedFor.js";
import { BatchType } from "./batchType.js";
import { ExemptionReasonEnum, MeasureKindEnum } from "./catalogueEnums.js";
import { MatterType } from "./matterType.js";

@ObjectType("OptimisationMeasure", { description: "优化措施:五减一免(R041)。 What was done to make a matter leaner." })
export class OptimisationMeasureType {
  @Field(() => ID)
  id!: string;

  @Field(() => MeasureKindEnum)
  kind!: MeasureKind;

  @Field(() => String)
  description!: string;

  @Field(() => PlainDateScalar)
  takenOn!: string;

  @Field(() => String, { nullable: true, description: "数据来源。 Where a seeded entry comes from." })
  source!: string | null;
}

@ObjectType("HallExemption", { description: "可暂不进驻大厅及其原因(R053)。 Why a matter need not come to the hall." })
export class HallExemptionType {
  @Field(() => ExemptionReasonEnum)
  reason!: ExemptionReason;

  @StaffOnly()
  @Field(() => String, {
    nullable: true,
    description: "特殊要求,不对外公开。 What premises it needs; not for the public.",
  })
  note!: string | null;

  @Field(() => PlainDateScalar)
  decidedOn!: string;
}

/** What the lists of its region say of a matter. */
@Resolver(() => MatterType)
export class MatterListsResolver {
  @FieldResolver(() => [MatterType], {
    description: "同一事项在各层级、各部门的实施(R050),含本条。 Every body's implementation of it, this one included.",
  })
  implementations(@Root() matter: Matter, @Ctx() { loaders }: Context) {
    return loaders.implementationsOf.load(itemOf(matter));
  }

  @FieldResolver(() => [OptimisationMeasureType], { description: "优化措施,从早到晚(R041)。 Measures, oldest first." })
  optimisationMeasures(@Root() { id }: Matter, @Ctx() { loaders }: Context) {
    return loaders.measuresOf.load(id);
  }

  @FieldResolver(() => HallExemptionType, {
    nullable: true,
    description: "应进驻大厅的为空(R053)。 Null for what is due in the hall.",
  })
  hallExemption(@Root() { id }: Matter, @Ctx() { loaders }: Context) {
    return loaders.exemptionOf.load(id);
  }

  @FieldResolver(() => [BatchType], {
    description: "列入过的批次,含已移出的(R051、R063)。 The batches it stands in or stood in.",
  })
  async batches(@Root() { id }: Matter, @Ctx() { loaders }: Context): Promise<Batch[]> {
    return (await loaders.membershipsOf.load(id)).map(({ batch }) => batch);
  }

  @FieldResolver(() => Boolean, { description: "现已赋权乡镇办理(R051、R052)。 Whether towns may decide it now." })
  async delegated(@Root() { id }: Matter, @Ctx() { loaders, clock }: Context): Promise<boolean> {
    const batches = (await loaders.membershipsOf.load(id)).map(({ batch }) => batch);
    return standingOn(batches, "DELEGATION", officeDay(clock())).has(id);
  }

  @FieldResolver(() => [String], {
    description:
      "所依据而已废止的条款,须调整(R051)。 Provisions it rests on that were repealed; it has to be put right.",
  })
  repealedBases(@Root() matter: Matter, @Ctx() context: Context): Promise<string[]> {
    return repealedFor(context, matter);
  }
}
