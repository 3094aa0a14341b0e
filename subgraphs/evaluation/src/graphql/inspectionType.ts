import { referTo } from "@yimen/kernel/reference";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Field, FieldResolver, Float, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Finding, FindingKind, Inspection, InspectionMode, InspectionSource } from "../domain/inspection.js";
import { type NormCheck, normScore, type ServiceNorm } from "../domain/serviceNorm.js";
import { FindingKindEnum, InspectionModeEnum, InspectionSourceEnum, ServiceNormEnum } from "./complaintEnums.js";
import { OutletReference, StaffMemberReference } from "./references.js";

@ObjectType("Finding", {
  description: "检查发现的问题,即时通报。 What was found; the outlet is put on notice at once.",
})
export class FindingType {
  @Field(() => Int, { description: "本次检查内的序号。 Its number within the inspection." })
  no!: number;

  @Field(() => FindingKindEnum)
  kind!: FindingKind;

  @Field(() => String)
  text!: string;

  @Field(() => PlainDateScalar)
  noticedOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: "整改期限。 Last office day on which the remedy is in time." })
  dueOn!: PlainDate;

  @Field(() => String, { nullable: true, description: "整改情况;未整改时为空。 The remedy; null while open." })
  resolution!: string | null;

  @Field(() => PlainDateScalar, { nullable: true })
  resolvedOn!: PlainDate | null;
}

@ObjectType("NormCheck", { description: "一项服务规范的检查情况。 One norm as it was found." })
export class NormCheckType {
  @Field(() => ServiceNormEnum)
  norm!: ServiceNorm;

  @Field(() => Boolean)
  kept!: boolean;

  @Field(() => String)
  note!: string;
}

@ObjectType("Inspection", { description: "定期检查、明察暗访。 An inspection of an outlet." })
export class InspectionType {
  @Field(() => ID)
  id!: string;

  @Field(() => InspectionModeEnum)
  mode!: InspectionMode;

  @Field(() => InspectionSourceEnum)
  source!: InspectionSource;

  @Field(() => PlainDateScalar)
  openedOn!: PlainDate;

  @Field(() => [FindingType])
  findings!: readonly Finding[];

  @Field(() => Int)
  version!: number;
}

@Resolver(() => InspectionType)
export class InspectionResolver {
  @FieldResolver(() => [NormCheckType], { description: "服务规范检查(R176)。 The norms that were looked at." })
  checks(@Root() { checks }: Inspection): readonly NormCheck[] {
    return checks ?? [];
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: "落实率,0 至 1;未检查为空。 Kept over checked; null while nothing was checked.",
  })
  normScore(@Root() { checks }: Inspection): number | null {
    return normScore(checks ?? []);
  }

  @FieldResolver(() => OutletReference, { nullable: true })
  outlet(@Root() { outletId }: Inspection) {
    return { id: outletId };
  }

  @FieldResolver(() => StaffMemberReference, { nullable: true })
  openedBy(@Root() { openedBy }: Inspection) {
    return referTo(openedBy);
  }
}
