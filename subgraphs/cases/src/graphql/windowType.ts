import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { TicketType } from "./ticketType.js";
import { VisitType } from "./visitType.js";

@ObjectType("Window")
@Directive(`@key(fields: "id")`)
export class WindowType {
  @Field(() => ID)
  id!: string;
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
}
