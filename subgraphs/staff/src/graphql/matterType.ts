import { FirstOnes } from "@yimen/kernel/accessDirectives";
import { ForPartners } from "@yimen/kernel/forPartners";
import { Args, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { nearestOutletsTaking } from "../findNearestOutlets.js";
import { outletsTaking } from "../outletsTaking.js";
import { DepartmentType } from "./departmentType.js";
import { MatterListEnum } from "./enums.js";
import { NearbyOutletType, NearestArgs, searchOf } from "./nearbyOutletType.js";
import { OutletType } from "./outletType.js";

/** The catalogue's matter, as far as this subgraph adds to it. */
@ObjectType("Matter")
@Directive(`@key(fields: "id")`)
export class MatterType {
  @Field(() => ID)
  id!: string;

  @Field(() => DepartmentType, { nullable: true })
  @Directive("@external")
  department!: { readonly id: string } | null;

  @Field(() => [MatterListEnum])
  @Directive("@external")
  lists!: readonly string[];
}

@Resolver(() => MatterType)
export class MatterResolver {
  @ForPartners()
  @FieldResolver(() => [OutletType], {
    nullable: true,
    description: "可受理该事项的网点(R022)。 The outlets that can take this matter.",
  })
  @Directive(`@requires(fields: "department { id } lists")`)
  outlets(@Root() { department, lists }: MatterType, @Ctx() context: Context) {
    return department && outletsTaking(context, department.id, lists);
  }

  @ForPartners()
  @FirstOnes()
  @FieldResolver(() => [NearbyOutletType], {
    nullable: true,
    description:
      "可受理该事项的网点,按距离排列;尚无坐标的列在其后(R023)。 The outlets that can take it, the nearest first.",
  })
  @Directive(`@requires(fields: "department { id } lists")`)
  nearestOutlets(
    @Root() { department, lists }: MatterType,
    @Args(() => NearestArgs) nearest: NearestArgs,
    @Ctx() context: Context,
  ) {
    return department && nearestOutletsTaking(context, department.id, lists, searchOf(nearest));
  }
}
