import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Entities of other subgraphs to which this one only points. */

@ObjectType("Matter")
@Directive(`@key(fields: "id", resolvable: false)`)
export class MatterReference {
  @Field(() => ID)
  id!: string;
}

@ObjectType("Bundle")
@Directive(`@key(fields: "id", resolvable: false)`)
export class BundleReference {
  @Field(() => ID)
  id!: string;
}

@ObjectType("GuideVersion")
@Directive(`@key(fields: "id", resolvable: false)`)
export class GuideVersionReference {
  @Field(() => ID)
  id!: string;
}

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
