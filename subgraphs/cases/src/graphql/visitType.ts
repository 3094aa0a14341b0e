import { InstantScalar } from "@yimen/kernel/scalars";
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { Visit } from "../domain/visit.js";
import { ActorType } from "./actorType.js";
import { OutletType } from "./outletType.js";
import { TicketType } from "./ticketType.js";

@ObjectType("Visit", { description: "一次到场办事,可评价一次(一次一评)。 A visit to a window; rated once." })
@Directive(`@key(fields: "id")`)
export class VisitType {
  @Field(() => ID)
  id!: string;
  @Field(() => InstantScalar)
  startedAt!: Date;
  @Field(() => InstantScalar, { nullable: true })
  endedAt!: Date | null;
}

@Resolver(() => VisitType)
export class VisitResolver {
  @FieldResolver(() => OutletType, { nullable: true })
  outlet(@Root() { outletId }: Visit): OutletType {
    return { id: outletId };
  }

  @FieldResolver(() => ActorType, { description: "接待人员。 Who served." })
  servedBy(@Root() { officerId, actingForId }: Visit) {
    return { staffId: officerId, actingForId };
  }

  @FieldResolver(() => TicketType, { nullable: true })
  ticket(@Root() { ticketId }: Visit, @Ctx() { loaders }: Context) {
    return ticketId === null ? null : loaders.ticketById.load(ticketId);
  }
}

export const resolveVisitReference = ({ id }: { id: unknown }, { loaders }: Context) =>
  typeof id === "string" ? loaders.visitById.load(id) : null;
