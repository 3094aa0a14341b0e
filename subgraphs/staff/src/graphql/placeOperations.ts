import { FirstOnes, StaffOnly } from "@yimen/kernel/accessDirectives";
import { ClientMutation } from "@yimen/kernel/clientMutation";
import { ForPartners } from "@yimen/kernel/forPartners";
import { officeDay } from "@yimen/workdays/instant";
import { Arg, Args, Ctx, Field, ID, InputType, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import type { OutletKind } from "../domain/outlet.js";
import { findNearestOutlets } from "../findNearestOutlets.js";
import { locateOutlet } from "../locateOutlet.js";
import { CoordinatesInput } from "./coordinatesType.js";
import { OutletKindEnum } from "./enums.js";
import { NearbyOutletType, NearestArgs, searchOf } from "./nearbyOutletType.js";
import { OutletType } from "./outletType.js";

@InputType({ description: "登记网点坐标(R023)。 Notes where an outlet is." })
class LocateOutletInput extends ClientMutation {
  @Field(() => ID)
  outletId!: string;
  @Field(() => CoordinatesInput, { nullable: true, description: "不填则撤销。 Left out, it is withdrawn." })
  coordinates?: CoordinatesInput | null;
}

@Resolver()
export class PlaceOperations {
  @ForPartners()
  @FirstOnes()
  @Query(() => [NearbyOutletType], {
    nullable: true,
    description:
      "按距离排列的最近网点(R023);同区域尚无坐标的列在其后。拒绝码:COORDINATES_NOT_ALLOWED、OUTLET_SEARCH_NOT_ALLOWED。 The nearest outlets; those of the same regions that nobody has measured come after.",
  })
  nearestOutlets(
    @Args(() => NearestArgs) nearest: NearestArgs,
    @Arg("regionId", () => ID, { nullable: true }) regionId: string | null,
    @Arg("kind", () => OutletKindEnum, { nullable: true }) kind: OutletKind | null,
    @Ctx() context: Context,
  ) {
    const search = searchOf(nearest);
    return findNearestOutlets(context, { ...search, regionId, kind, day: officeDay(search.openAt ?? context.clock()) });
  }

  @StaffOnly()
  @Mutation(() => OutletType, {
    description: "登记网点坐标(R023)。拒绝码:NOT_OUTLET_KEEPER、COORDINATES_NOT_ALLOWED。 Notes where an outlet is.",
  })
  async locateOutlet(@Arg("input", () => LocateOutletInput) input: LocateOutletInput, @Ctx() context: Context) {
    return context.loaders.outletById.load(await locateOutlet(context, input));
  }
}
