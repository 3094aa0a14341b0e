import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { DepartmentLoad } from "../domain/windowPlan.js";
import { planRegionWindows } from "../planRegionWindows.js";
import { DepartmentType } from "./departmentType.js";

@ObjectType("DepartmentLoad", { description: "一个部门的年办件量(R073)。 How much a department had to do." })
export class DepartmentLoadType {
  @Field(() => Int, { description: "收件数。 Cases received." })
  received!: number;
  @Field(() => Int, { description: "有办件的事项数。 Matters with cases." })
  matters!: number;
  @Field(() => String, { nullable: true, description: "业务领域,相同的视为关联(R074)。 Related where it is the same." })
  field!: string | null;
}

@Resolver(() => DepartmentLoadType)
export class DepartmentLoadResolver {
  @FieldResolver(() => DepartmentType, { nullable: true })
  department(@Root() { departmentId }: DepartmentLoad, @Ctx() { loaders }: Context) {
    return loaders.departmentById.load(departmentId);
  }
}

@ObjectType("PlannedWindow", { description: "建议设置的一个综合窗口(R073、R074)。 A window as it is suggested." })
export class PlannedWindowType {
  @Field(() => [DepartmentLoadType])
  departments!: readonly DepartmentLoad[];
  @Field(() => Int)
  received!: number;
  @Field(() => Boolean, { description: "办件量大,单独设窗。 One department fills it." })
  alone!: boolean;
}

@Resolver()
export class WindowPlanQuery {
  @StaffOnly()
  @Query(() => [PlannedWindowType], {
    nullable: true,
    description:
      "按办件量和业务关联建议的综合窗口设置(R073、R074)。拒绝码:WINDOW_COUNT_INVALID、CASES_UNAVAILABLE。 Which departments should share a window.",
  })
  windowPlan(
    @Arg("regionId", () => ID) regionId: string,
    @Arg("from", () => PlainDateScalar) from: string,
    @Arg("to", () => PlainDateScalar) to: string,
    @Arg("windows", () => Int, { defaultValue: 3, description: "拟设窗口数。 How many windows." }) windows: number,
    @Ctx() context: Context,
  ) {
    return planRegionWindows(context, regionId, { from, to, windows });
  }
}
