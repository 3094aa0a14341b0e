import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { signIn } from "../signIn.js";
import { signOut } from "../signOut.js";
import { SignInput } from "./inputs.js";
import { StaffMemberType } from "./staffMemberType.js";

@Resolver()
export class AttendanceMutations {
  @StaffOnly()
  @Mutation(() => StaffMemberType, {
    description:
      "签到(R152)。拒绝码:NOT_OWN_WORKPLACE、ALREADY_SIGNED_IN、LEAVE_NOT_ENDED(R153)。 Signs the caller in.",
  })
  async signIn(@Arg("input", () => SignInput) input: SignInput, @Ctx() context: Context) {
    return context.loaders.staffById.load(await signIn(context, input));
  }

  @StaffOnly()
  @Mutation(() => StaffMemberType, {
    description: "签退(R152);开放时间内B岗即时接替。拒绝码:NOT_OWN_WORKPLACE、NOT_SIGNED_IN。 Signs the caller out.",
  })
  async signOut(@Arg("input", () => SignInput) input: SignInput, @Ctx() context: Context) {
    return context.loaders.staffById.load(await signOut(context, input));
  }
}
