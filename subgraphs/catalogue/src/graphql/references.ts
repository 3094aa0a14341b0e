import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Entities of other subgraphs to which this one only points. */

@ObjectType("Department")
@Directive(`@key(fields: "id", resolvable: false)`)
export class DepartmentReference {
  @Field(() => ID)
  id!: string;
}

@ObjectType("StaffMember")
@Directive(`@key(fields: "id", resolvable: false)`)
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

@ObjectType("Outlet")
@Directive(`@key(fields: "id", resolvable: false)`)
export class OutletReference {
  @Field(() => ID)
  id!: string;
}
