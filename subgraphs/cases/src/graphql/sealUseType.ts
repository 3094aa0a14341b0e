import { referTo } from "@yimen/kernel/reference";
import { InstantScalar } from "@yimen/kernel/scalars";
import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { SealIrregularity, SealUse } from "../domain/seal.js";
import { ActorType } from "./actorType.js";
import { CaseType } from "./caseType.js";
import { SealIrregularityEnum } from "./enums.js";
import { OutletType } from "./outletType.js";
import { DepartmentReference, StaffMemberReference } from "./references.js";

@ObjectType("SealAlert", {
  description: "用印预警,须核查后闭环(R126)。 A use that is not in order, until it is closed.",
})
export class SealAlertType {
  @Field(() => SealIrregularityEnum)
  irregularity!: SealIrregularity;
  @Field(() => String, { nullable: true, description: "核查结论。 What the inquiry found." })
  finding!: string | null;
  @Field(() => InstantScalar, { nullable: true })
  closedAt!: Date | null;
  @Field(() => StaffMemberReference, { nullable: true })
  closedBy!: StaffMemberReference | null;
}

@ObjectType("SealUse", {
  description: "行政审批专用章的一次使用(GB/T 39046 §6.9.2)。 One use of a department's seal for approvals.",
})
export class SealUseType {
  @Field(() => ID)
  id!: string;
  @Field(() => ID)
  sealId!: string;
  @Field(() => String, { description: "用印文书编号。 Number of the document that was sealed." })
  documentNo!: string;
  @Field(() => InstantScalar)
  at!: Date;
}

@Resolver(() => SealUseType)
export class SealUseResolver {
  @FieldResolver(() => Boolean, {
    description: "有对应的审批决定且有用印权。 Belongs to a decision, by who has the right.",
  })
  approved(@Root() { irregularity }: SealUse): boolean {
    return irregularity === null;
  }

  @FieldResolver(() => SealAlertType, { nullable: true, description: "不规范用印的预警。 Null when it is in order." })
  alert(@Root() { irregularity, finding, closedAt, closedById }: SealUse): SealAlertType | null {
    return irregularity && { irregularity, finding, closedAt, closedBy: referTo(closedById) };
  }

  @FieldResolver(() => ActorType)
  by(@Root() { usedById, actingForId }: SealUse) {
    return { staffId: usedById, actingForId };
  }

  @FieldResolver(() => CaseType, { nullable: true, description: "对应的办件。 The decided case it belongs to." })
  case(@Root() { caseId }: SealUse, @Ctx() { loaders }: Context) {
    return caseId === null ? null : loaders.caseById.load(caseId);
  }

  @FieldResolver(() => DepartmentReference, { nullable: true })
  department(@Root() { departmentId }: SealUse): DepartmentReference {
    return { id: departmentId };
  }

  @FieldResolver(() => OutletType, { nullable: true })
  outlet(@Root() { outletId }: SealUse): OutletType {
    return { id: outletId };
  }
}
