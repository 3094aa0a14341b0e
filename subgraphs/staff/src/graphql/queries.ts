import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { ForPartners } from "@yimen/kernel/forPartners";
import { InstantScalar } from "@yimen/kernel/scalars";
import { officeDay } from "@yimen/workdays/instant";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import type { LeaveStatus } from "../domain/leave.js";
import type { OutletKind } from "../domain/outlet.js";
import { findOpenOutlets } from "../findOpenOutlets.js";
import { listLeaves } from "../store/leaveStore.js";
import { logHead } from "../store/staffLog.js";
import { visiblePersonal } from "../visiblePersonal.js";
import { LeaveStatusEnum, OutletKindEnum } from "./enums.js";
import { LeaveType } from "./leaveType.js";
import { OutletType } from "./outletType.js";
import { RegionType } from "./regionType.js";
import { StaffMemberType } from "./staffMemberType.js";
import { WindowType } from "./windowType.js";

@Resolver()
export class StaffQueries {
  @ForPartners()
  @Query(() => [OutletType], {
    nullable: true,
    description: "网点列表;未填的条件不筛选。 Outlets; what is left out does not narrow.",
  })
  outlets(
    @Ctx() context: Context,
    @Arg("regionId", () => ID, { nullable: true }) regionId: string | null,
    @Arg("kind", () => OutletKindEnum, { nullable: true }) kind: OutletKind | null,
    @Arg("openAt", () => InstantScalar, { nullable: true, description: "该时刻开放的(R021)。 Open at that instant." })
    openAt: Date | null,
  ) {
    return findOpenOutlets(context, { regionId, kind, openAt, day: officeDay(openAt ?? context.clock()) });
  }

  @ForPartners()
  @Query(() => OutletType, { nullable: true, description: "一个网点。 One outlet." })
  outlet(@Arg("id", () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.outletById.load(id);
  }

  @Query(() => WindowType, { nullable: true, description: "一个窗口。 One window." })
  window(@Arg("id", () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.windowById.load(id);
  }

  @Query(() => [WindowType], { nullable: true, description: "一个网点的窗口。 An outlet's windows." })
  windows(@Arg("outletId", () => ID) outletId: string, @Ctx() { loaders }: Context) {
    return loaders.windowsOfOutlet.load(outletId);
  }

  @Query(() => StaffMemberType, {
    nullable: true,
    description: "一名工作人员;公众仅见公示内容(R119)。 One member of staff.",
  })
  staffMember(@Arg("id", () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.staffById.load(id);
  }

  @Query(() => RegionType, { nullable: true, description: "一个区域及其建设与配备情况。 One region." })
  region(@Arg("id", () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.regionById.load(id);
  }

  @StaffOnly()
  @Query(() => [LeaveType], {
    nullable: true,
    description: "一个网点的请假,仅列调用者可见者(R164)。 An outlet's leaves, those the caller may see.",
  })
  async leaves(
    @Arg("outletId", () => ID) outletId: string,
    @Arg("status", () => LeaveStatusEnum, { nullable: true }) status: LeaveStatus | null,
    @Ctx() context: Context,
  ) {
    return visiblePersonal(context, await listLeaves(context.db, outletId, status));
  }

  @Query(() => String, {
    nullable: true,
    description:
      "日志当前位置,可作为订阅的 after。 The log's newest cursor: read it before a snapshot, then follow from it.",
  })
  async dutyLogHead(@Ctx() { db }: Context): Promise<string> {
    return (await logHead(db)).toString();
  }
}
