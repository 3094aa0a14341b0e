import { InstantScalar } from "@yimen/kernel/scalars";
import { Arg, Ctx, Directive, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { endedVisits } from "../endedVisits.js";

@ObjectType("EndedVisit")
@Directive("@inaccessible")
export class EndedVisitType {
  @Field(() => ID)
  visitId!: string;
  @Field(() => ID)
  outletId!: string;
  @Field(() => ID)
  officerId!: string;
  @Field(() => InstantScalar)
  endedAt!: Date;
}

@ObjectType("EndedVisits")
@Directive("@inaccessible")
export class EndedVisitsType {
  @Field(() => String)
  cursor!: string;
  @Field(() => [EndedVisitType])
  visits!: EndedVisitType[];
}

/** What only siblings may ask. */
@Resolver()
export class ServiceQueries {
  @Query(() => EndedVisitsType, { nullable: true })
  @Directive("@inaccessible")
  endedVisits(
    @Arg("after", () => String) after: string,
    @Arg("first", () => Int) first: number,
    @Ctx() context: Context,
  ) {
    return endedVisits(context, { after, first });
  }
}
