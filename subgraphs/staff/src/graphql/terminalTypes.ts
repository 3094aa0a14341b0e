import { InstantScalar, PlainDateScalar } from "@yimen/kernel/scalars";
import {
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import {
  type Terminal,
  type TerminalHost,
  type TerminalKind,
  terminalHosts,
  terminalKinds,
} from "../domain/terminal.js";
import { type TerminalState, terminalStates } from "../domain/terminalStanding.js";
import { measureTerminal, measureUpkeep } from "../measureTerminals.js";
import { enumOf } from "./enumOf.js";
import { MatterType } from "./matterType.js";
import { OutletType } from "./outletType.js";

export const TerminalKindEnum = enumOf(terminalKinds);
registerEnumType(TerminalKindEnum, {
  name: "TerminalKind",
  description: "终端种类。 Kinds of terminal.",
  valuesConfig: {
    SELF_SERVICE: { description: "自助终端机(R019)。 Does matters without anybody behind it." },
    TOP_UP: { description: "便民充值设备(R200)。 Tops up cards and accounts." },
  },
});

export const TerminalHostEnum = enumOf(terminalHosts);
registerEnumType(TerminalHostEnum, {
  name: "TerminalHost",
  description: "布设场所(R019):政务服务场所、银行、商场、超市、医院、其他。 In whose rooms it stands.",
});

const TerminalStateEnum = enumOf(terminalStates);
registerEnumType(TerminalStateEnum, {
  name: "TerminalState",
  description: "终端现状(R019)。 How a terminal stands now.",
  valuesConfig: {
    ONLINE: { description: "在线、开放,可用。 Heard of, and the doors are open: available." },
    OFFLINE: {
      description: "离线:开放时间内超过本区域时限没有报告,告警中。 Silent for longer than its region allows.",
    },
    CLOSED: { description: "所在场所未开放。 The doors are closed." },
    UNKNOWN: {
      description: "从未报告、已撤除,或本区域未设时限。 Never heard of, removed, or without a limit to go by.",
    },
  },
});

@ObjectType("Terminal", {
  description:
    "自助终端、便民充值设备(R019、R200);位置、开放时间为所在网点的。 A device that serves without anybody behind it.",
})
@Directive(`@key(fields: "id")`)
export class TerminalType {
  @Field(() => ID)
  id!: string;
  @Field(() => TerminalKindEnum)
  kind!: TerminalKind;
  @Field(() => TerminalHostEnum)
  host!: TerminalHost;
  @Field(() => String)
  name!: string;
  @Field(() => String)
  nameEn!: string;
  @Field(() => String, { description: "具体位置,如一楼大厅东侧。 Where in the building." })
  spot!: string;
  @Field(() => PlainDateScalar)
  installedOn!: string;
  @Field(() => PlainDateScalar, {
    nullable: true,
    description: "撤除之日;在用为空。 The first day on which it is gone.",
  })
  removedOn!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: "最近一次报告;从未报告为空。 When it was last heard of." })
  heardAt!: Date | null;
}

@Resolver(() => TerminalType)
export class TerminalResolver {
  @FieldResolver(() => OutletType, { nullable: true, description: "所在网点。 Where it stands." })
  outlet(@Root() { outletId }: Terminal, @Ctx() { loaders }: Context) {
    return loaders.outletById.load(outletId);
  }

  @FieldResolver(() => OutletType, { nullable: true, description: "维护网点,告警发给它。 Who looks after it." })
  keeper(@Root() { keeperId }: Terminal, @Ctx() { loaders }: Context) {
    return loaders.outletById.load(keeperId);
  }

  @FieldResolver(() => [MatterType], {
    nullable: "itemsAndList",
    description:
      "可在终端办理的事项;目录中已没有的为空。 What can be done at it; null for one the catalogue has no more.",
  })
  matters(@Root() { matterIds }: Terminal): Pick<MatterType, "id">[] {
    return matterIds.map((id) => ({ id }));
  }

  @FieldResolver(() => TerminalStateEnum)
  async state(@Root() terminal: Terminal, @Ctx() context: Context): Promise<TerminalState> {
    return (await measureTerminal(context, terminal)).state;
  }

  @FieldResolver(() => Boolean, { description: "现在可用(R019)。 Whether it can be used now." })
  async available(@Root() terminal: Terminal, @Ctx() context: Context): Promise<boolean> {
    return (await measureTerminal(context, terminal)).state === "ONLINE";
  }

  @FieldResolver(() => InstantScalar, {
    nullable: true,
    description: "离线告警自何时起。 Since when it counts as offline.",
  })
  async offlineSince(@Root() terminal: Terminal, @Ctx() context: Context): Promise<Date | null> {
    return (await measureTerminal(context, terminal)).offlineSince;
  }

  @FieldResolver(() => InstantScalar, {
    nullable: true,
    description: "信息最近一次核验(R020)。 When somebody last saw that all of this is so.",
  })
  lastVerifiedAt(@Root() { verifiedAt }: Terminal): Date | null {
    return verifiedAt;
  }

  @FieldResolver(() => PlainDateScalar, {
    nullable: true,
    description: "应于何日前再次核验。 To be verified again by then.",
  })
  async verifyBy(@Root() terminal: Terminal, @Ctx() context: Context): Promise<string | null> {
    return (await measureUpkeep(context, terminal)).verifyBy;
  }

  @FieldResolver(() => Boolean, { description: "信息逾期未核验(R020)。 Nobody has verified it in the region's days." })
  async stale(@Root() terminal: Terminal, @Ctx() context: Context): Promise<boolean> {
    return (await measureUpkeep(context, terminal)).stale;
  }
}

@ObjectType("NearbyTerminal", { description: "可用终端及其距离。 A terminal that can be used, and how far it is." })
export class NearbyTerminalType {
  @Field(() => TerminalType)
  terminal!: Terminal;
  @Field(() => Int, { description: "直线距离,米。 Metres as the crow flies." })
  distance!: number;
}

@ObjectType("TerminalReport", { description: "区域自助终端情况(R019、R020)。 How the terminals of a region stand." })
export class TerminalReportType {
  @Field(() => Int, { description: "在用台数。 In use." })
  total!: number;
  @Field(() => [TerminalType], { description: "可用的。 Those that can be used now." })
  available!: readonly Terminal[];
  @Field(() => [TerminalType], { description: "离线告警的。 Silent for too long." })
  offline!: readonly Terminal[];
  @Field(() => [TerminalType], { description: "信息逾期未核验的。 Not verified for too long." })
  stale!: readonly Terminal[];
}

export const resolveTerminalReference = ({ id }: { id: string }, { loaders }: Context) => loaders.terminalById.load(id);
