import { InstantScalar } from "@yimen/kernel/scalars";
import { Arg, Ctx, Directive, ID, Query, Resolver } from "type-graphql";
import { approverDutyOf } from "../approverDutyOf.js";
import type { Context } from "../context.js";
import { dutyOf } from "../dutyOf.js";
import { selectableOfficers } from "../selectableOfficers.js";
import { ApproverDutyType, DutyType, SelectableOfficerType } from "./dutyType.js";

/** What siblings ask before they let somebody act; nobody else may (NOT_A_SERVICE). */
@Resolver()
export class ServiceQueries {
  @Query(() => DutyType, { nullable: true })
  @Directive("@inaccessible")
  duty(
    @Arg("staffId", () => ID) staffId: string,
    @Arg("windowId", () => ID) windowId: string,
    @Arg("at", () => InstantScalar) at: Date,
    @Ctx() context: Context,
  ) {
    return dutyOf(context, staffId, windowId, at);
  }

  @Query(() => ApproverDutyType, { nullable: true })
  @Directive("@inaccessible")
  approverDuty(
    @Arg("staffId", () => ID) staffId: string,
    @Arg("departmentId", () => ID) departmentId: string,
    @Arg("at", () => InstantScalar) at: Date,
    @Ctx() context: Context,
  ) {
    return approverDutyOf(context, staffId, departmentId, at);
  }

  @Query(() => [SelectableOfficerType], { nullable: true })
  @Directive("@inaccessible")
  selectableOfficers(
    @Arg("outletId", () => ID) outletId: string,
    @Arg("departmentId", () => ID) departmentId: string,
    @Ctx() context: Context,
  ) {
    return selectableOfficers(context, outletId, departmentId);
  }
}
