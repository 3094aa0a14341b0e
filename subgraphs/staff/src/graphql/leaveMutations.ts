import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { approveLeave } from "../approveLeave.js";
import { cancelLeave } from "../cancelLeave.js";
import type { Context } from "../context.js";
import { endLeave } from "../endLeave.js";
import { refuseLeave } from "../refuseLeave.js";
import { requestLeave } from "../requestLeave.js";
import { LeaveInput, RefuseLeaveInput, RequestLeaveInput } from "./inputs.js";
import { LeaveType } from "./leaveType.js";

@Resolver()
export class LeaveMutations {
  @StaffOnly()
  @Mutation(() => LeaveType, {
    description: "请假(R153)。拒绝码:LEAVE_PERIOD_INVALID、LEAVE_REASON_REQUIRED、NOT_OWN_LEAVE。 Asks for leave.",
  })
  async requestLeave(@Arg("input", () => RequestLeaveInput) input: RequestLeaveInput, @Ctx() context: Context) {
    return context.loaders.leaveById.load(await requestLeave(context, input));
  }

  @StaffOnly()
  @Mutation(() => LeaveType, {
    description:
      "批准请假(R164);将致空岗的不予批准:LEAVE_WOULD_EMPTY_POST(R151)。另:NOT_DAILY_MANAGER、LEAVE_TRANSITION_NOT_ALLOWED、LEAVE_CHANGED_MEANWHILE。 Approves a leave.",
  })
  async approveLeave(@Arg("input", () => LeaveInput) input: LeaveInput, @Ctx() context: Context) {
    return context.loaders.leaveById.load(await approveLeave(context, input));
  }

  @StaffOnly()
  @Mutation(() => LeaveType, { description: "不批准请假,须说明理由。 Refuses a leave, with the reason." })
  async refuseLeave(@Arg("input", () => RefuseLeaveInput) input: RefuseLeaveInput, @Ctx() context: Context) {
    return context.loaders.leaveById.load(await refuseLeave(context, input));
  }

  @StaffOnly()
  @Mutation(() => LeaveType, {
    description: "销假(R153)。拒绝码:LEAVE_HAS_NOT_BEGUN、NOT_OWN_LEAVE。 Ends the leave: the caller is back.",
  })
  async endLeave(@Arg("input", () => LeaveInput) input: LeaveInput, @Ctx() context: Context) {
    return context.loaders.leaveById.load(await endLeave(context, input));
  }

  @StaffOnly()
  @Mutation(() => LeaveType, {
    description: "开始前取消请假。拒绝码:LEAVE_HAS_BEGUN、NOT_OWN_LEAVE。 Takes a leave back before it begins.",
  })
  async cancelLeave(@Arg("input", () => LeaveInput) input: LeaveInput, @Ctx() context: Context) {
    return context.loaders.leaveById.load(await cancelLeave(context, input));
  }
}
