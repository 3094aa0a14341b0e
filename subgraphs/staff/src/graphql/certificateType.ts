import { InstantScalar } from "@yimen/kernel/scalars";
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { type Certificate, isValidAt } from "../domain/certificate.js";
import { DepartmentType } from "./departmentType.js";
import { StaffMemberType } from "./staffMemberType.js";
import { TrainingSessionType } from "./trainingTypes.js";

@ObjectType("Certificate", { description: "属事单位的上岗证明(R147、R208)。 A department's pass for its matters." })
export class CertificateType {
  @Field(() => ID)
  id!: string;
  @Field(() => String, { description: "岗前培训记录(R208)。 What the training is filed under." })
  trainingRecord!: string;
  @Field(() => InstantScalar)
  validFrom!: Date;
  @Field(() => InstantScalar, { nullable: true })
  validUntil!: Date | null;
  @Field(() => InstantScalar, { nullable: true })
  revokedAt!: Date | null;
  @Field(() => Int, { description: "变更时送回,用于发现并发修改。 Send it back to detect a concurrent change." })
  version!: number;
}

@Resolver(() => CertificateType)
export class CertificateResolver {
  @FieldResolver(() => StaffMemberType, { nullable: true })
  staffMember(@Root() { staffId }: Certificate, @Ctx() { loaders }: Context) {
    return loaders.staffById.load(staffId);
  }

  @FieldResolver(() => DepartmentType, { nullable: true })
  department(@Root() { departmentId }: Certificate, @Ctx() { loaders }: Context) {
    return loaders.departmentById.load(departmentId);
  }

  @FieldResolver(() => TrainingSessionType, {
    nullable: true,
    description: "所依据的岗前培训(R208)。 The recorded training it rests on.",
  })
  trainingSession(@Root() { trainingSessionId }: Certificate, @Ctx() { loaders }: Context) {
    return trainingSessionId === null ? null : loaders.trainingById.load(trainingSessionId);
  }

  @FieldResolver(() => Boolean, { description: "现在是否有效。 Whether it is valid now." })
  valid(@Root() certificate: Certificate, @Ctx() { clock }: Context): boolean {
    return isValidAt(certificate, clock());
  }
}
