import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";

@ObjectType("Outlet")
@Directive(`@key(fields: "id")`)
export class OutletType {
  @Field(() => ID)
  id!: string;
}

@ObjectType("CaseCounts", { description: "网点办件概况(不含不予公开的办件)。 How an outlet's cases stand." })
export class CaseCountsType {
  @Field(() => Int)
  open!: number;
  @Field(() => Int, { description: "超承诺时限。 Running cases past their promise." })
  overdue!: number;
  @Field(() => Int, { description: "补正或特别程序中。 The clock stands still." })
  paused!: number;
  @Field(() => Int)
  deliveredToday!: number;
}

const none = { open: 0, overdue: 0, paused: 0, deliveredToday: 0 };

@Resolver(() => OutletType)
export class OutletResolver {
  @FieldResolver(() => CaseCountsType, { nullable: true })
  async caseCounts(@Root() { id }: OutletType, @Ctx() { loaders }: Context) {
    return (await loaders.countsOf.load(id)) ?? none;
  }
}
