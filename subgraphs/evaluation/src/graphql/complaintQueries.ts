import { FirstOnes, InsidersOnly, Page, StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { workerFor } from "../domain/authority.js";
import type { ComplaintStatus } from "../domain/complaint.js";
import { listComplaints } from "../store/complaintStore.js";
import { listInspections } from "../store/inspectionStore.js";
import { ComplaintStatusEnum } from "./complaintEnums.js";
import { ComplaintConnectionType, ComplaintType } from "./complaintType.js";
import { InspectionType } from "./inspectionType.js";
import { PageArgs } from "./queries.js";

@ArgsType()
class ComplaintsArgs extends PageArgs {
  @Field(() => ID)
  outletId!: string;

  @Field(() => ComplaintStatusEnum, { nullable: true })
  status?: ComplaintStatus;
}

@Resolver()
export class ComplaintQueries {
  @InsidersOnly()
  @Query(() => ComplaintType, {
    nullable: true,
    description: "一件投诉举报;仅提出人和办理人可见。 For who filed it and who handles it.",
  })
  complaint(@Arg("id", () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.complaintById.load(id);
  }

  @StaffOnly()
  @Page()
  @Query(() => ComplaintConnectionType, {
    nullable: true,
    description: "服务点的投诉举报。 Complaints about an outlet; NOT_YOUR_WORK for others.",
  })
  complaints(@Args(() => ComplaintsArgs) args: ComplaintsArgs, @Ctx() { db, caller }: Context) {
    workerFor("check", caller, args.outletId);
    return listComplaints(db, args, args);
  }

  @StaffOnly()
  @Query(() => InspectionType, {
    nullable: true,
    description: "一次检查。 Null also when it is not the caller's outlet.",
  })
  inspection(@Arg("id", () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.inspectionById.load(id);
  }

  @StaffOnly()
  @FirstOnes()
  @Query(() => [InspectionType], {
    nullable: true,
    description: "服务点的检查。 Inspections of an outlet; NOT_YOUR_WORK for others.",
  })
  inspections(
    @Arg("outletId", () => ID) outletId: string,
    @Arg("unresolved", () => Boolean, {
      defaultValue: false,
      description: "仅有未整改问题的。 With open findings only.",
    })
    unresolved: boolean,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Ctx() { db, caller }: Context,
  ) {
    workerFor("followUp", caller, outletId);
    return listInspections(db, { outletId, unresolved }, first);
  }
}
