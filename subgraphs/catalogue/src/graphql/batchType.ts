import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { officeDay } from "@yimen/workdays/instant";
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { Batch, BatchEntry, BatchKind } from "../domain/batch.js";
import { repealedAmong } from "../domain/legalBasis.js";
import { measureUsage } from "../measureVolumes.js";
import { BatchKindEnum } from "./catalogueEnums.js";
import { MatterType } from "./matterType.js";

@ObjectType("BatchEntry", {
  description: "批次中的一个事项;移出后仍留痕。 One matter of a batch; kept after it was taken out.",
})
export class BatchEntryType {
  @Field(() => PlainDateScalar, { nullable: true, description: "移出之日;仍在批次中为空。 Null while it stands." })
  endedOn!: string | null;

  @Field(() => String, { nullable: true })
  endReason!: string | null;
}

@ObjectType("BatchUsage", { description: "一批事项的使用情况(R063)。 How a batch is taken up." })
export class BatchUsageType {
  @Field(() => Int)
  matters!: number;

  @Field(() => Int, { description: "已有网上办件的事项数。 Matters somebody has handed in online." })
  used!: number;

  @Field(() => Int, { description: "办件数。 Cases." })
  received!: number;

  @Field(() => Int, { description: "其中网上办件数。 Those handed in online." })
  online!: number;
}

@ObjectType("Batch", {
  description: "一批事项:赋权清单(R051)或掌上办(R063)。 Matters delegated, or brought onto telephones, together.",
})
export class BatchType {
  @Field(() => ID)
  id!: string;

  @Field(() => BatchKindEnum)
  kind!: BatchKind;

  @Field(() => Int, { description: "第几批。 Counts the region's batches of the kind." })
  number!: number;

  @Field(() => PlainDateScalar)
  effectiveOn!: string;

  @Field(() => String, { nullable: true, description: "赋权依据。 The provision powers were delegated by." })
  basis!: string | null;

  @Field(() => String, { nullable: true, description: "数据来源。 Where a seeded entry comes from." })
  source!: string | null;

  @Field(() => [BatchEntryType])
  entries!: readonly BatchEntry[];

  @Field(() => Int, { description: "每次变更加一。 Send it back to detect a concurrent change." })
  version!: number;
}

@Resolver(() => BatchEntryType)
export class BatchEntryResolver {
  @FieldResolver(() => MatterType, { nullable: true })
  matter(@Root() { matterId }: BatchEntry, @Ctx() { loaders }: Context) {
    return loaders.matterById.load(matterId);
  }
}

@Resolver(() => BatchType)
export class BatchResolver {
  @FieldResolver(() => Boolean, { description: "赋权依据已废止(R051)。 The provision it rests on was repealed." })
  async basisRepealed(@Root() { regionId, basis }: Batch, @Ctx() { loaders, clock }: Context): Promise<boolean> {
    const repealed = await loaders.repealedIn.load(regionId);
    return repealedAmong(basis ? [basis] : [], repealed, officeDay(clock())).length > 0;
  }

  @StaffOnly()
  @FieldResolver(() => BatchUsageType, {
    nullable: true,
    description: "自生效日起至多一年的使用情况(R063)。 How it was taken up, in its first year at most.",
  })
  usage(@Root() batch: Batch, @Ctx() context: Context) {
    return measureUsage(context, batch);
  }
}
