import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { ClientMutation } from "@yimen/kernel/clientMutation";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { officeDay } from "@yimen/workdays/instant";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../context.js";
import type { Outlet } from "../domain/outlet.js";
import {
  CIRCLE_MINUTES,
  coveredShare,
  type Reach,
  type ServiceCircle,
  type Settlement,
} from "../domain/serviceCircle.js";
import { measureCircle } from "../measureCircle.js";
import { recordTravelTime } from "../recordTravelTime.js";
import { CoordinatesType, readableCoordinates } from "./coordinatesType.js";
import { OutletType } from "./outletType.js";
import { RegionType } from "./regionType.js";

@ObjectType("Settlement", { description: "居民点。 Where people live." })
export class SettlementType {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String)
  nameEn!: string;
}

@Resolver(() => SettlementType)
export class SettlementResolver {
  @FieldResolver(() => CoordinatesType, {
    nullable: true,
    description: "尚未测得为空。 Null until somebody measured it.",
  })
  coordinates(@Root() { coordinates }: Settlement): CoordinatesType | null {
    return readableCoordinates(coordinates);
  }
}

@ObjectType("SettlementReach", {
  description: "居民点到最近网点的路程。 The way from a settlement to the nearest outlet.",
})
export class SettlementReachType {
  @Field(() => SettlementType)
  settlement!: Settlement;
  @Field(() => OutletType, {
    nullable: true,
    description: "路程最短的网点;无实测时为直线最近的。 By minutes, or by distance where no way was measured.",
  })
  outlet!: Outlet | null;
  @Field(() => Int, { nullable: true, description: "实测路程,分钟。 As measured; null where nobody did." })
  minutes!: number | null;
  @Field(() => Int, { nullable: true, description: "直线距离,米。 Metres as the crow flies." })
  distance!: number | null;
}

@ObjectType("ServiceCircle", {
  description: "15分钟政务服务圈(R005)。 How many settlements have an outlet within the minutes.",
})
export class ServiceCircleType {
  @Field(() => Int)
  minutes!: number;
  @Field(() => [SettlementReachType], { description: "圈内的。 Within." })
  covered!: readonly Reach[];
  @Field(() => [SettlementReachType], { description: "实测超出的。 The shortest measured way is longer." })
  uncovered!: readonly Reach[];
  @Field(() => [SettlementReachType], {
    description: "没有实测路程的,不计为覆盖。 Nobody measured a way from here; not counted as covered.",
  })
  unmeasured!: readonly Reach[];
}

@Resolver(() => ServiceCircleType)
export class ServiceCircleResolver {
  @FieldResolver(() => Float, { nullable: true, description: "覆盖率,0 至 1;没有居民点为空。 Share covered of all." })
  share(@Root() circle: ServiceCircle): number | null {
    return coveredShare(circle);
  }
}

@Resolver(() => RegionType)
export class RegionCircleResolver {
  @FieldResolver(() => ServiceCircleType, {
    description: "政务服务圈(R005):按居民点到网点的实测路程;自助终端不计。 From measured ways; terminals do not count.",
  })
  serviceCircle(
    @Root() { id }: RegionType,
    @Arg("minutes", () => Int, { defaultValue: CIRCLE_MINUTES }) minutes: number,
    @Arg("asOf", () => PlainDateScalar, {
      nullable: true,
      description: "截至该日;不填为今天。 As of that day; today when left out.",
    })
    asOf: string | null,
    @Ctx() context: Context,
  ) {
    return measureCircle(context, id, asOf ?? officeDay(context.clock()), minutes);
  }
}

@InputType({ description: "登记实测路程(R005)。 Notes how long a way takes." })
class RecordTravelTimeInput extends ClientMutation {
  @Field(() => ID)
  outletId!: string;
  @Field(() => ID)
  settlementId!: string;
  @Field(() => Int, { description: "分钟,1 至 1440。 As measured." })
  minutes!: number;
}

@Resolver()
export class CircleMutations {
  @StaffOnly()
  @Mutation(() => OutletType, {
    description:
      "登记居民点到网点的实测路程(R005)。拒绝码:NOT_OUTLET_KEEPER、SETTLEMENT_NOT_FOUND、TRAVEL_TIME_INVALID。 Notes how long the way from a settlement takes.",
  })
  async recordTravelTime(
    @Arg("input", () => RecordTravelTimeInput) input: RecordTravelTimeInput,
    @Ctx() context: Context,
  ) {
    return context.loaders.outletById.load(await recordTravelTime(context, input));
  }
}
