import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { officeDay } from "@yimen/workdays/instant";
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root, registerEnumType } from "type-graphql";
import type { Context } from "../context.js";
import { connectionStates } from "../domain/connection.js";
import type { Outlet } from "../domain/outlet.js";
import { findOfflineOutlets, measureConnection, reportConnection } from "../reportConnection.js";
import { enumOf } from "./enumOf.js";
import { OutletType } from "./outletType.js";
import { RegionType } from "./regionType.js";

const ConnectionStateEnum = enumOf(connectionStates);
registerEnumType(ConnectionStateEnum, {
  name: "ConnectionState",
  description: "网点网络状态(R202)。 Whether an outlet's connection is up.",
  valuesConfig: {
    ONLINE: { description: "畅通:十分钟内有报告。 Heard of within ten minutes." },
    OFFLINE: { description: "中断:开放时间内十分钟没有报告。 Open, and not heard of for ten minutes." },
    CLOSED: { description: "未到开放时间。 Its silence says nothing." },
    UNKNOWN: { description: "从未报告。 It has never reported." },
  },
});

@Resolver(() => OutletType)
export class OutletConnectionResolver {
  @FieldResolver(() => ConnectionStateEnum, { description: "网络状态(R202)。 Whether its connection is up." })
  connection(@Root() outlet: Outlet, @Ctx() context: Context) {
    return measureConnection(context, outlet);
  }
}

@Resolver(() => RegionType)
export class RegionConnectionResolver {
  @FieldResolver(() => [OutletType], {
    description: "网络中断的网点(R202),供看板告警。 The outlets whose connection is down, for the board.",
  })
  offlineOutlets(@Root() { id }: RegionType, @Ctx() context: Context) {
    return findOfflineOutlets(context, id, officeDay(context.clock()));
  }
}

@Resolver()
export class ConnectionMutations {
  @StaffOnly()
  @Mutation(() => OutletType, {
    description: "网点报告网络畅通,每分钟一次(R202)。拒绝码:NOT_OWN_WORKPLACE。 An outlet's computer is heard of.",
  })
  async reportConnection(@Arg("outletId", () => ID) outletId: string, @Ctx() context: Context) {
    return context.loaders.outletById.load(await reportConnection(context, outletId));
  }
}
