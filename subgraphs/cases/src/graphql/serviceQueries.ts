import { InstantScalar, PlainDateScalar } from "@yimen/kernel/scalars";
import { Arg, Ctx, Directive, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { requireService } from "../domain/authority.js";
import { endedVisits } from "../endedVisits.js";
import { matterEvaluationRight } from "../matterEvaluationRight.js";
import {
  type DepartmentVolume,
  type MatterVolume,
  type OutletVolume,
  volumesOfDepartments,
  volumesOfMatters,
  volumesOfOutlets,
} from "../store/caseVolumeStore.js";

@ObjectType("EndedVisit")
@Directive("@inaccessible")
export class EndedVisitType {
  @Field(() => ID)
  visitId!: string;
  @Field(() => ID)
  outletId!: string;
  @Field(() => ID, { nullable: true })
  windowId!: string | null;
  @Field(() => ID)
  officerId!: string;
  @Field(() => InstantScalar)
  endedAt!: Date;
}

@ObjectType("EndedVisits")
@Directive("@inaccessible")
export class EndedVisitsType {
  @Field(() => String)
  cursor!: string;
  @Field(() => [EndedVisitType])
  visits!: EndedVisitType[];
}

@ObjectType("MatterEvaluationRight")
@Directive("@inaccessible")
export class MatterEvaluationRightType {
  @Field(() => ID)
  caseId!: string;
  @Field(() => Boolean)
  online!: boolean;
  @Field(() => Boolean)
  ended!: boolean;
  @Field(() => ID)
  outletId!: string;
  @Field(() => ID, { nullable: true })
  windowId!: string | null;
  @Field(() => ID, { nullable: true })
  officerId!: string | null;
  @Field(() => ID, { nullable: true })
  actingForId!: string | null;
  @Field(() => ID, { nullable: true })
  applicantId!: string | null;
}

@ObjectType("OutletVolume")
@Directive("@inaccessible")
export class OutletVolumeType implements OutletVolume {
  @Field(() => ID)
  outletId!: string;
  @Field(() => Int)
  received!: number;
  @Field(() => Int)
  closed!: number;
  @Field(() => Int)
  online!: number;
  @Field(() => Int)
  simpleClosed!: number;
  @Field(() => Int)
  proxied!: number;
}

@ObjectType("DepartmentVolume")
@Directive("@inaccessible")
export class DepartmentVolumeType implements DepartmentVolume {
  @Field(() => ID)
  departmentId!: string;
  @Field(() => Int)
  received!: number;
  @Field(() => Int)
  matters!: number;
}

@ObjectType("MatterCaseVolume")
@Directive("@inaccessible")
export class MatterVolumeType implements MatterVolume {
  @Field(() => ID)
  matterId!: string;
  @Field(() => Int)
  received!: number;
  @Field(() => Int)
  online!: number;
}

/** What only siblings may ask. */
@Resolver()
export class ServiceQueries {
  @Query(() => EndedVisitsType, { nullable: true })
  @Directive("@inaccessible")
  endedVisits(
    @Arg("after", () => String) after: string,
    @Arg("first", () => Int) first: number,
    @Ctx() context: Context,
  ) {
    return endedVisits(context, { after, first });
  }

  @Query(() => MatterEvaluationRightType, { nullable: true })
  @Directive("@inaccessible")
  matterEvaluationRight(
    @Arg("caseNo", () => String) caseNo: string,
    @Arg("secret", () => String, { nullable: true }) secret: string | null,
    @Arg("applicantId", () => ID, { nullable: true }) applicantId: string | null,
    @Ctx() context: Context,
  ) {
    return matterEvaluationRight(context, { caseNo, secret, applicantId });
  }

  @Query(() => [OutletVolumeType], { nullable: true })
  @Directive("@inaccessible")
  outletVolumes(
    @Arg("outletIds", () => [ID]) outletIds: string[],
    @Arg("from", () => PlainDateScalar) from: string,
    @Arg("to", () => PlainDateScalar) to: string,
    @Ctx() { db, caller }: Context,
  ) {
    requireService(caller);
    return volumesOfOutlets(db, outletIds, { from, to });
  }

  @Query(() => [DepartmentVolumeType], { nullable: true })
  @Directive("@inaccessible")
  departmentVolumes(
    @Arg("regionId", () => ID) regionId: string,
    @Arg("from", () => PlainDateScalar) from: string,
    @Arg("to", () => PlainDateScalar) to: string,
    @Ctx() { db, caller }: Context,
  ) {
    requireService(caller);
    return volumesOfDepartments(db, regionId, { from, to });
  }

  @Query(() => [MatterVolumeType], { nullable: true })
  @Directive("@inaccessible")
  matterVolumes(
    @Arg("regionId", () => ID) regionId: string,
    @Arg("from", () => PlainDateScalar) from: string,
    @Arg("to", () => PlainDateScalar) to: string,
    @Ctx() { db, caller }: Context,
  ) {
    requireService(caller);
    return volumesOfMatters(db, regionId, { from, to });
  }
}
