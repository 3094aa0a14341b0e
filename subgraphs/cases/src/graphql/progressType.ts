import { ForPartners } from "@yimen/kernel/forPartners";
import { InstantScalar, PlainDateScalar } from "@yimen/kernel/scalars";
import { Field, FieldResolver, Float, ObjectType, Resolver, Root } from "type-graphql";
import type { Progress } from "../caseProgress.js";
import type { CaseStatus } from "../domain/case.js";
import { CaseStatusEnum } from "./enums.js";
import { OutletType } from "./outletType.js";
import { MatterReference } from "./references.js";

@ForPartners()
@ObjectType("CaseProgressStep", { description: "办件走到的一个环节。 A stage the case has reached." })
export class ProgressStepType {
  @Field(() => CaseStatusEnum)
  status!: CaseStatus;
  @Field(() => InstantScalar)
  at!: Date;
}

@ForPartners()
@ObjectType("CaseProgress", { description: "办件进度,不含个人信息。 How far a case is, without personal data." })
export class ProgressType {
  @Field(() => String)
  caseNo!: string;
  @Field(() => CaseStatusEnum)
  status!: CaseStatus;
  @Field(() => InstantScalar)
  openedAt!: string;
  @Field(() => InstantScalar, { nullable: true })
  acceptedAt!: string | null;
  @Field(() => PlainDateScalar, { nullable: true, description: "最迟办结日。 Last day in time." })
  dueOn!: string | null;
  @Field(() => Float, { nullable: true, description: "剩余工作日。 Working days left." })
  remainingDays!: number | null;
  @Field(() => [String], { description: "尚需补交的材料。 What still has to be brought." })
  missingMaterials!: string[];
  @Field(() => [ProgressStepType])
  steps!: ProgressStepType[];
}

@Resolver(() => ProgressType)
export class ProgressResolver {
  @FieldResolver(() => MatterReference, { nullable: true })
  matter(@Root() { matterId }: Progress): MatterReference {
    return { id: matterId };
  }

  @FieldResolver(() => OutletType, { nullable: true })
  outlet(@Root() { outletId }: Progress): OutletType {
    return { id: outletId };
  }
}
