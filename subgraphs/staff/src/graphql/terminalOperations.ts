import { FirstOnes } from "@yimen/kernel/accessDirectives";
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Float, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { Outlet } from "../domain/outlet.js";
import type { TerminalKind } from "../domain/terminal.js";
import { findNearestTerminals, inState, inUse, measureRegionTerminals } from "../measureTerminals.js";
import { MatterType } from "./matterType.js";
import { OutletType } from "./outletType.js";
import { RegionType } from "./regionType.js";
import { NearbyTerminalType, TerminalKindEnum, TerminalReportType, TerminalType } from "./terminalTypes.js";

/** From where, how far and how many. */
@ArgsType()
class NearestTerminalArgs {
  @Field(() => Float, { description: "纬度,WGS 84。 Latitude." })
  latitude!: number;
  @Field(() => Float, { description: "经度,WGS 84。 Longitude." })
  longitude!: number;
  @Field(() => Int, { defaultValue: 20_000, description: "直线距离不超过,米。 Metres at most, as the crow flies." })
  within!: number;
  @Field(() => Int, { defaultValue: 10, description: "至多几台。 How many at most." })
  first!: number;
  @Field(() => TerminalKindEnum, { nullable: true })
  kind?: TerminalKind | null;
  @Field(() => ID, { nullable: true, description: "可办理该事项的。 At which this matter can be done." })
  matterId?: string | null;
}

@Resolver()
export class TerminalQueries {
  @Query(() => TerminalType, { nullable: true, description: "一台终端。 One terminal." })
  terminal(@Arg("id", () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.terminalById.load(id);
  }

  @FirstOnes()
  @Query(() => [NearbyTerminalType], {
    nullable: true,
    description:
      "最近的可用终端(R019),离线、未开放的不列。拒绝码:COORDINATES_NOT_ALLOWED、OUTLET_SEARCH_NOT_ALLOWED。 The nearest terminals that can be used now.",
  })
  nearestTerminals(@Args(() => NearestTerminalArgs) args: NearestTerminalArgs, @Ctx() context: Context) {
    const { latitude, longitude, ...search } = args;
    return findNearestTerminals(context, { ...search, from: { latitude, longitude } });
  }
}

@Resolver(() => OutletType)
export class OutletTerminalResolver {
  @FieldResolver(() => [TerminalType], { description: "设在此处的在用终端(R019)。 The terminals that stand here." })
  async terminals(@Root() { id }: Outlet, @Ctx() context: Context) {
    return inUse(context, await context.loaders.terminalsAt.load(id));
  }

  @FieldResolver(() => [TerminalType], {
    description: "由其维护而离线的终端,供看板告警(R019)。 Those it looks after that have fallen silent, for the board.",
  })
  async offlineTerminals(@Root() { id }: Outlet, @Ctx() context: Context) {
    return inState(context, await context.loaders.terminalsKeptBy.load(id), "OFFLINE");
  }
}

@Resolver(() => RegionType)
export class RegionTerminalResolver {
  @FieldResolver(() => TerminalReportType, { description: "自助终端情况(R019、R020)。 How its terminals stand." })
  terminalReport(@Root() { id }: RegionType, @Ctx() context: Context) {
    return measureRegionTerminals(context, id);
  }
}

@Resolver(() => MatterType)
export class MatterTerminalResolver {
  @FieldResolver(() => [TerminalType], {
    nullable: true,
    description: "可办理该事项的在用终端(R019)。 The terminals at which this matter can be done.",
  })
  async terminals(@Root() { id }: MatterType, @Ctx() context: Context) {
    return inUse(
      context,
      (await context.loaders.terminalsFor.load(id)).map(({ terminal }) => terminal),
    );
  }
}
