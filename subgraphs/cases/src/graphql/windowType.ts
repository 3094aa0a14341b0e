import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root, registerEnumType } from "type-graphql";
import type { Context } from "../context.js";
import { isExtended, type WindowState, windowStates } from "../domain/extendedService.js";
import { TicketType } from "./ticketType.js";
import { VisitType } from "./visitType.js";

const WindowStateEnum = Object.fromEntries(windowStates.map((state) => [state, state])) as { [S in WindowState]: S };
registerEnumType(WindowStateEnum, {
  name: "WindowState",
  description: "窗口现状。 How a window stands now.",
});

@ObjectType("Window")
@Directive(`@key(fields: "id")`)
export class WindowType {
  @Field(() => ID)
  id!: string;

  @Field(() => WindowStateEnum)
  @Directive("@external")
  state?: WindowState;
}

@Resolver(() => WindowType)
export class WindowResolver {
  @FieldResolver(() => [TicketType], {
    nullable: true,
    description: "等候的号,先来先办。 Tickets that wait, the earliest first.",
  })
  waiting(@Root() { id }: WindowType, @Ctx() { loaders }: Context) {
    return loaders.waitingAt.load(id);
  }

  @FieldResolver(() => [VisitType], { nullable: true, description: "正在办理的访问。 Visits going on." })
  visits(@Root() { id }: WindowType, @Ctx() { loaders }: Context) {
    return loaders.openVisitsAt.load(id);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "延时服务(R100):已到下班时间,仍为正在办理的群众保持开放;不再取新号。 After hours, open for whoever is still served.",
  })
  @Directive(`@requires(fields: "state")`)
  async extended(@Root() { id, state }: WindowType, @Ctx() { loaders, clock }: Context) {
    return state !== undefined && isExtended(state, await loaders.openVisitsAt.load(id), clock());
  }
}
