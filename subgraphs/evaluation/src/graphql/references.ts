import { InstantScalar } from "@yimen/kernel/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Others' entities, by their keys alone; the gateway asks their owners for the rest. */

@ObjectType("Visit")
@Directive(`@key(fields: "id")`)
export class VisitReference {
  @Field(() => ID)
  id!: string;
}

@ObjectType("Case")
@Directive(`@key(fields: "id")`)
export class CaseReference {
  @Field(() => ID)
  id!: string;

  @Field(() => InstantScalar, { nullable: true })
  @Directive("@external")
  closedAt?: Date | string | null;
}

@ObjectType("Outlet")
@Directive(`@key(fields: "id")`)
export class OutletReference {
  @Field(() => ID)
  id!: string;
}

@ObjectType("StaffMember")
@Directive(`@key(fields: "id")`)
export class StaffMemberReference {
  @Field(() => ID)
  id!: string;
}

@ObjectType("Window")
@Directive(`@key(fields: "id", resolvable: false)`)
export class WindowReference {
  @Field(() => ID)
  id!: string;
}

@ObjectType("Department")
@Directive(`@key(fields: "id", resolvable: false)`)
export class DepartmentReference {
  @Field(() => ID)
  id!: string;
}
