import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { ZoneCoverage } from "../domain/generalist.js";
import {
  imbalanceOf,
  perPerson,
  type Suggestion,
  suggestions,
  UNEVEN,
  type WindowLoad,
} from "../domain/loadBalance.js";
import { DepartmentType } from "./departmentType.js";
import { StaffMemberType } from "./staffMemberType.js";
import { WindowType } from "./windowType.js";

@ObjectType("WindowLoad", { description: "一个窗口的负荷(R161)。 How busy one window was." })
export class WindowLoadType {
  @Field(() => Int, { description: "办结的到访数。 Visits served." })
  visits!: number;
}

@Resolver(() => WindowLoadType)
export class WindowLoadResolver {
  @FieldResolver(() => WindowType, { nullable: true })
  window(@Root() { windowId }: WindowLoad, @Ctx() { loaders }: Context) {
    return loaders.windowById.load(windowId);
  }

  @FieldResolver(() => Int, { description: "在岗责任人数。 People who hold its posts." })
  people(@Root() { staff }: WindowLoad): number {
    return new Set(staff.map(({ staffId }) => staffId)).size;
  }

  @FieldResolver(() => Float, { nullable: true, description: "人均到访数。 Visits per person." })
  visitsPerPerson(@Root() load: WindowLoad): number | null {
    return perPerson(load);
  }
}

@ObjectType("RedeploymentSuggestion", {
  description: "调配建议:此人临时支援更忙的窗口,AB岗不受影响。 Somebody who would help more at a busier window.",
})
export class RedeploymentSuggestionType {
  @Field(() => Float, { description: "调配前的基尼系数。 Gini before." })
  giniBefore!: number;
  @Field(() => Float, { description: "调配后的基尼系数。 Gini after." })
  giniAfter!: number;
}

@Resolver(() => RedeploymentSuggestionType)
export class RedeploymentSuggestionResolver {
  @FieldResolver(() => StaffMemberType, { nullable: true })
  staffMember(@Root() { staffId }: Suggestion, @Ctx() { loaders }: Context) {
    return loaders.staffById.load(staffId);
  }

  @FieldResolver(() => WindowType, { nullable: true })
  from(@Root() { fromWindowId }: Suggestion, @Ctx() { loaders }: Context) {
    return loaders.windowById.load(fromWindowId);
  }

  @FieldResolver(() => WindowType, { nullable: true })
  to(@Root() { toWindowId }: Suggestion, @Ctx() { loaders }: Context) {
    return loaders.windowById.load(toWindowId);
  }
}

@ObjectType("LoadBalance", { description: "窗口忙闲情况(R161)。 How evenly the windows of a region are loaded." })
export class LoadBalanceType {
  @Field(() => [WindowLoadType])
  windows!: readonly WindowLoad[];
}

@Resolver(() => LoadBalanceType)
export class LoadBalanceResolver {
  @FieldResolver(() => Float, {
    nullable: true,
    description: "人均到访数的基尼系数,0 为均衡;不足两个窗口为空。 Gini of visits per person; 0 is even.",
  })
  gini(@Root() { windows }: LoadBalanceType): number | null {
    return imbalanceOf(windows).gini;
  }

  @FieldResolver(() => Float, { nullable: true, description: "最忙窗口的人均到访数。 Of the busiest window." })
  most(@Root() { windows }: LoadBalanceType): number | null {
    return imbalanceOf(windows).most;
  }

  @FieldResolver(() => Float, { nullable: true, description: "最闲窗口的人均到访数。 Of the least busy one." })
  least(@Root() { windows }: LoadBalanceType): number | null {
    return imbalanceOf(windows).least;
  }

  @FieldResolver(() => Boolean, { description: "忙闲不均,应予调配(基尼系数超过 0.3)。 Gini above 0.3." })
  uneven(@Root() { windows }: LoadBalanceType): boolean {
    return (imbalanceOf(windows).gini ?? 0) > UNEVEN;
  }

  @StaffOnly()
  @FieldResolver(() => [RedeploymentSuggestionType], {
    description: "调配建议,效果大者在前;不影响AB岗。 Who could be lent where, the most helpful first.",
  })
  suggestions(@Root() { windows }: LoadBalanceType): Suggestion[] {
    return suggestions(windows);
  }
}

@ObjectType("ZoneCoverage", { description: "一个区域的“全岗通”程度(R162)。 How far a zone has come." })
export class ZoneCoverageType {
  @Field(() => String, { nullable: true, description: "大厅区域;未划分为空。 The zone of the hall." })
  zone!: string | null;
  @Field(() => Int)
  people!: number;
  @Field(() => Int, { description: "能办该区域全部部门事项的人数。 Certified for every department of the zone." })
  certifiedForAll!: number;
  @Field(() => Float, { nullable: true, description: "占比,0 至 1。 Their share." })
  share!: number | null;
}

@Resolver(() => ZoneCoverageType)
export class ZoneCoverageResolver {
  @FieldResolver(() => [DepartmentType], { description: "该区域受理其事项的部门。 Whose matters the zone takes." })
  departments(@Root() { departmentIds }: ZoneCoverage, @Ctx() { loaders }: Context) {
    return loaders.departmentById.loadMany(departmentIds);
  }
}
