import { referTo } from "@yimen/kernel/reference";
import { FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { Actor } from "../domain/case.js";
import { StaffMemberReference } from "./references.js";

@ObjectType("Actor", { description: "经办人。 Who did it, and for whom." })
export class ActorType {}

@Resolver(() => ActorType)
export class ActorResolver {
  @FieldResolver(() => StaffMemberReference, { nullable: true, description: "实际经办人。 The person who acted." })
  officer(@Root() actor: Actor): StaffMemberReference {
    return { id: actor.staffId };
  }

  @FieldResolver(() => StaffMemberReference, {
    nullable: true,
    description: "顶岗时的 A 岗责任人(R150)。 The holder of the post for whom B acted.",
  })
  actingFor(@Root() actor: Actor): StaffMemberReference | null {
    return referTo(actor.actingForId);
  }
}
