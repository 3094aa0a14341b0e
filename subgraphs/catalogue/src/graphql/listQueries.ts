import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { BatchKind } from "../domain/batch.js";
import type { ExerciseLevel } from "../domain/exerciseLevel.js";

import type { RangeReach } from "../domain/rangeReach.js";
import type { LevelVolume, MatterVolume } from "../domain/townPowers.js";
import { checkYear } from "../domain/year.js";
import type { Loaders } from "../loaders.js";
import { measureHall, notAuthorisedInTowns } from "../measureHall.js";
import { measureReach, measureVolumes } from "../measureVolumes.js";
import { findBatchesOfRegion } from "../store/batchStore.js";
import { findRepealedBases } from "../store/repealedBasisStore.js";
import { BatchType } from "./batchType.js";
import { BatchKindEnum } from "./catalogueEnums.js";
import { ShareType } from "./indicatorTypes.js";
import { ExerciseLevelEnum } from "./matterEnums.js";
import { MatterType } from "./matterType.js";
import { OutletReference } from "./references.js";

@ObjectType("RepealedBasis", { description: "已废止的依据(R051)。 A provision that holds no more." })
export class RepealedBasisType {
  @Field(() => String)
  basis!: string;

  @Field(() => PlainDateScalar)
  repealedOn!: string;

  @Field(() => String, { description: "废止文件。 The document that says so." })
  source!: string;
}

@ObjectType("HallPresence", { description: "应进必进(R053)。 What should have come into the hall, and has." })
export class HallPresenceType {
  @Field(() => ShareType, { description: "已进/应进。 Present, of all that is due." })
  rate!: ShareType;

  @Field(() => [MatterType], { description: "应进未进。 Due, and not there." })
  absent!: unknown[];

  @Field(() => [MatterType], { description: "可暂不进驻。 Exempt." })
  exempt!: unknown[];
}

@ObjectType("RangeReach", { description: "一个基层网点的通办延伸(R048)。 How far ranges reach down to an outlet." })
export class RangeReachType {
  @Field(() => Int, { description: "可办事项数。 Matters taken there." })
  offered!: number;
}

@ObjectType("MatterVolume", { description: "一个事项一年的办件量(R072)。 How often a matter was applied for." })
export class MatterVolumeType {
  @Field(() => Int)
  received!: number;

  @Field(() => Int)
  online!: number;

  @Field(() => Boolean, { description: "现已赋权乡镇。 Whether towns may decide it now." })
  delegated!: boolean;
}

@ObjectType("LevelVolume", { description: "一个行使层级一年的办件量(R072)。 The same of one level." })
export class LevelVolumeType implements LevelVolume {
  @Field(() => ExerciseLevelEnum)
  exerciseLevel!: ExerciseLevel;

  @Field(() => Int)
  matters!: number;

  @Field(() => Int)
  received!: number;

  @Field(() => Int)
  online!: number;
}

@ObjectType("RegionVolumes", { description: "下放的依据之一:办件量(R072)。 One criterion of delegation: volume." })
export class RegionVolumesType {
  @Field(() => Int)
  year!: number;

  @Field(() => [MatterVolumeType], { description: "从多到少。 Most first." })
  matters!: readonly MatterVolume[];

  @Field(() => [LevelVolumeType])
  levels!: readonly LevelVolume[];
}

@Resolver(() => RangeReachType)
export class RangeReachResolver {
  @FieldResolver(() => OutletReference, { nullable: true })
  outlet(@Root() { outletId }: RangeReach): OutletReference {
    return { id: outletId };
  }

  @FieldResolver(() => [MatterType], { description: "其中全省、跨省通办的。 Those handed in from elsewhere as well." })
  crossRange(@Root() { crossRange }: RangeReach, @Ctx() { loaders }: Context) {
    return mattersOf(loaders, crossRange);
  }
}

@Resolver(() => MatterVolumeType)
export class MatterVolumeResolver {
  @FieldResolver(() => MatterType, { nullable: true })
  matter(@Root() { matterId }: MatterVolume, @Ctx() { loaders }: Context) {
    return loaders.matterById.load(matterId);
  }
}

/** The lists a region keeps, and what they come to. */
@Resolver()
export class ListQueries {
  @Query(() => [BatchType], {
    nullable: true,
    description: "赋权清单和掌上办各批次(R051、R063)。 The region's batches.",
  })
  batches(
    @Arg("regionId", () => ID) regionId: string,
    @Arg("kind", () => BatchKindEnum, { nullable: true }) kind: BatchKind | null,
    @Ctx() { db }: Context,
  ) {
    return findBatchesOfRegion(db, regionId, kind);
  }

  @Query(() => [RepealedBasisType], { nullable: true, description: "已登记废止的依据(R051)。 Repealed provisions." })
  repealedBases(@Arg("regionId", () => ID) regionId: string, @Ctx() { db }: Context) {
    return findRepealedBases(db, [regionId]);
  }

  @Query(() => HallPresenceType, { nullable: true, description: "大厅进驻情况(R053)。 Who has come into the hall." })
  async hallPresence(@Arg("regionId", () => ID) regionId: string, @Ctx() context: Context) {
    const { present, absent, exempt } = await measureHall(context, regionId);
    return {
      rate: { part: present.length, whole: present.length + absent.length },
      absent: await mattersOf(context.loaders, absent),
      exempt: await mattersOf(context.loaders, exempt),
    };
  }

  @Query(() => [MatterType], {
    nullable: true,
    description: "已进驻乡镇而未授权的事项(R052)。 What towns take and may not decide.",
  })
  async presentNotAuthorised(@Arg("regionId", () => ID) regionId: string, @Ctx() context: Context) {
    return mattersOf(context.loaders, await notAuthorisedInTowns(context, regionId));
  }

  @Query(() => [RangeReachType], {
    nullable: true,
    description: "各基层网点可办的全省、跨省通办事项(R048)。 Cross-range matters offered per grassroots outlet.",
  })
  rangeReach(@Arg("regionId", () => ID) regionId: string, @Ctx() context: Context) {
    return measureReach(context, regionId);
  }

  @StaffOnly()
  @Query(() => RegionVolumesType, {
    nullable: true,
    description: "各事项、各层级一年的办件量(R072)。 What was applied for in a year, by matter and level.",
  })
  matterVolumeReport(
    @Arg("regionId", () => ID) regionId: string,
    @Arg("year", () => Int) year: number,
    @Ctx() context: Context,
  ) {
    checkYear(year);
    return measureVolumes(context, regionId, year);
  }
}

const mattersOf = (loaders: Loaders, ids: readonly string[]) => loaders.matterById.loadMany([...ids]);
