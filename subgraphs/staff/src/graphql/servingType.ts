import { InstantScalar } from "@yimen/kernel/scalars";
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { DutySpell } from "../domain/dutySpell.js";
import type { Serving } from "../domain/serving.js";
import { PostType } from "./postType.js";
import { StaffMemberType } from "./staffMemberType.js";

@ObjectType("Serving", { description: "谁在岗、替谁顶岗(R150)。 Who serves, and for whom." })
export class ServingType {
  @Field(() => InstantScalar, { description: "今日自何时起。 Since when today." })
  since!: Date;
}

@Resolver(() => ServingType)
export class ServingResolver {
  @FieldResolver(() => StaffMemberType, { nullable: true })
  officer(@Root() { staffId }: Serving, @Ctx() { loaders }: Context) {
    return loaders.staffById.load(staffId);
  }

  @FieldResolver(() => StaffMemberType, {
    nullable: true,
    description: "被顶岗的A岗责任人;本岗为空。 A, for whom B acts; null in one's own post.",
  })
  actingFor(@Root() { actingForId }: Serving, @Ctx() { loaders }: Context) {
    return actingForId === null ? null : loaders.staffById.load(actingForId);
  }

  @FieldResolver(() => PostType, { nullable: true })
  post(@Root() { postId }: Serving, @Ctx() { loaders }: Context) {
    return loaders.postById.load(postId);
  }
}

@ObjectType("Vacancy", { description: "空岗告警(R151):开放时间内A、B岗均不在。 A post that neither A nor B covers." })
export class VacancyType {
  @Field(() => InstantScalar)
  startedAt!: Date;
}

@Resolver(() => VacancyType)
export class VacancyResolver {
  @FieldResolver(() => PostType, { nullable: true })
  post(@Root() { postId }: DutySpell, @Ctx() { loaders }: Context) {
    return loaders.postById.load(postId);
  }

  @FieldResolver(() => StaffMemberType, { nullable: true, description: "A岗责任人。 The post's holder." })
  holder(@Root() { actingForId }: DutySpell, @Ctx() { loaders }: Context) {
    return actingForId === null ? null : loaders.staffById.load(actingForId);
  }
}
