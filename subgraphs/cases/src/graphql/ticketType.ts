import { InstantScalar } from "@yimen/kernel/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import type { Context } from "../context.js";
import type { Lane, TicketStatus } from "../domain/queue.js";
import { LaneEnum, TicketStatusEnum } from "./enums.js";

@ObjectType("QueueTicket", { description: "排队号。 A numbered place in a window's queue." })
@Directive(`@key(fields: "id")`)
export class TicketType {
  @Field(() => ID)
  id!: string;
  @Field(() => String, { description: "票面号码。 As printed." })
  number!: string;
  @Field(() => LaneEnum)
  lane!: Lane;
  @Field(() => TicketStatusEnum)
  status!: TicketStatus;
  @Field(() => InstantScalar)
  takenAt!: Date;
  @Field(() => InstantScalar, { nullable: true })
  calledAt!: Date | null;
}

export const resolveTicketReference = ({ id }: { id: unknown }, { loaders }: Context) =>
  typeof id === "string" ? loaders.ticketById.load(id) : null;
