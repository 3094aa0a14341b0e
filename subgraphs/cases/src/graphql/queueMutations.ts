import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { callNextTicket, endVisit, takeTicket } from "../queueActs.js";
import { CallNextTicketInput, EndVisitInput, TakeTicketInput } from "./inputs.js";
import { TicketType } from "./ticketType.js";
import { VisitType } from "./visitType.js";

@ObjectType()
export class EndVisitPayload {
  @Field(() => VisitType)
  visit!: object;
  @Field(() => String, {
    description: "评价码,交给办事人,凭此评价一次。 Given to the visitor, who rates the visit with it, once.",
  })
  evaluationToken!: string;
}

@Resolver()
export class QueueMutations {
  @StaffOnly()
  @Mutation(() => TicketType, { description: "取号(R096)。 Draws a number for a window." })
  takeTicket(@Arg("input", () => TakeTicketInput) input: TakeTicketInput, @Ctx() context: Context) {
    return takeTicket(context, input);
  }

  @StaffOnly()
  @Mutation(() => VisitType, {
    nullable: true,
    description:
      "叫下一号:绿色通道优先而普通队列不饿死(R103);无人等候为空。 Calls the next ticket; null when nobody waits.",
  })
  callNextTicket(@Arg("input", () => CallNextTicketInput) input: CallNextTicketInput, @Ctx() context: Context) {
    return callNextTicket(context, input);
  }

  @StaffOnly()
  @Mutation(() => EndVisitPayload, {
    description: "结束访问,此后可评价(R178)。 Ends a visit, which can then be rated.",
  })
  async endVisit(
    @Arg("input", () => EndVisitInput) input: EndVisitInput,
    @Ctx() context: Context,
  ): Promise<EndVisitPayload> {
    const visit = await endVisit(context, input);
    return { visit, evaluationToken: context.receipts.secretOf("visit", visit.id) };
  }
}
