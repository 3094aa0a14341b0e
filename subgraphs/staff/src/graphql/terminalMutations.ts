import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { ClientMutation } from "@yimen/kernel/clientMutation";
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import type { TerminalHost, TerminalKind } from "../domain/terminal.js";
import { installTerminal } from "../installTerminal.js";
import { removeTerminal } from "../removeTerminal.js";
import { reportTerminal } from "../reportTerminal.js";
import { verifyTerminal } from "../verifyTerminal.js";
import { TerminalHostEnum, TerminalKindEnum, TerminalType } from "./terminalTypes.js";

@InputType({ description: "布设自助终端、充值设备(R019、R200)。 Puts up a terminal." })
class InstallTerminalInput extends ClientMutation {
  @Field(() => ID, {
    description: "所在网点:位置、开放时间随它。 Where it stands: it has that outlet's place and hours.",
  })
  outletId!: string;
  @Field(() => TerminalKindEnum)
  kind!: TerminalKind;
  @Field(() => TerminalHostEnum)
  host!: TerminalHost;
  @Field(() => String)
  name!: string;
  @Field(() => String)
  nameEn!: string;
  @Field(() => String, { description: "具体位置。 Where in the building." })
  spot!: string;
  @Field(() => [ID], {
    description: "可办事项;充值设备可为空。 What can be done at it; may be empty for a top-up device.",
  })
  matterIds!: string[];
}

@InputType({ description: "撤除终端。 Takes a terminal away." })
class RemoveTerminalInput extends ClientMutation {
  @Field(() => ID)
  terminalId!: string;
}

@InputType({ description: "核验终端信息(R020)。 Somebody saw how a terminal is." })
class VerifyTerminalInput extends ClientMutation {
  @Field(() => ID)
  terminalId!: string;
  @Field(() => String, { nullable: true, description: "有变动则填。 Where it has changed." })
  spot?: string | null;
  @Field(() => [ID], { nullable: true, description: "有变动则填全部。 All of them, where they have changed." })
  matterIds?: string[] | null;
}

@Resolver()
export class TerminalMutations {
  @StaffOnly()
  @Mutation(() => TerminalType, {
    description:
      "布设终端(R019、R200)。拒绝码:NOT_OUTLET_KEEPER、OUTLET_NOT_FOUND、TERMINAL_INCOMPLETE。 Puts up a terminal.",
  })
  async installTerminal(
    @Arg("input", () => InstallTerminalInput) input: InstallTerminalInput,
    @Ctx() context: Context,
  ) {
    return context.loaders.terminalById.load(await installTerminal(context, input));
  }

  @StaffOnly()
  @Mutation(() => TerminalType, {
    description: "撤除终端。拒绝码:NOT_OUTLET_KEEPER、TERMINAL_NOT_FOUND、TERMINAL_NOT_IN_USE。 Takes a terminal away.",
  })
  async removeTerminal(@Arg("input", () => RemoveTerminalInput) input: RemoveTerminalInput, @Ctx() context: Context) {
    return context.loaders.terminalById.load(await removeTerminal(context, input));
  }

  @StaffOnly()
  @Mutation(() => TerminalType, {
    description:
      "核验终端信息,或登记变动(R020)。拒绝码:NOT_TERMINAL_STAFF、TERMINAL_NOT_FOUND、TERMINAL_NOT_IN_USE、TERMINAL_INCOMPLETE。 What is known of it is so, or has changed.",
  })
  async verifyTerminal(@Arg("input", () => VerifyTerminalInput) input: VerifyTerminalInput, @Ctx() context: Context) {
    return context.loaders.terminalById.load(await verifyTerminal(context, input));
  }

  @StaffOnly()
  @Mutation(() => TerminalType, {
    description:
      "终端报告在线,每分钟一次(R019);离线告警随之解除。拒绝码:NOT_TERMINAL_STAFF、TERMINAL_NOT_FOUND、TERMINAL_NOT_IN_USE。 A terminal tells that it works; a standing alert ends with it.",
  })
  async reportTerminal(@Arg("terminalId", () => ID) terminalId: string, @Ctx() context: Context) {
    return context.loaders.terminalById.load(await reportTerminal(context, terminalId));
  }
}
