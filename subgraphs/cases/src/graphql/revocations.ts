import { InsidersOnly, StaffOnly } from "@yimen/kernel/accessDirectives";
import { InstantScalar } from "@yimen/kernel/scalars";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import { type HolderHearing, holderHearings, type RevocationGround, revocationGrounds } from "../domain/revocation.js";
import { fullView, inFull } from "../inFull.js";
import type { VisibleCase } from "../loaders.js";
import { revokeCase } from "../revokeCase.js";
import { ActorType } from "./actorType.js";
import { CaseType } from "./caseType.js";
import { enumOf } from "./enums.js";
import { CaseInput } from "./inputs.js";

const RevocationGroundEnum = enumOf(revocationGrounds);
registerEnumType(RevocationGroundEnum, {
  name: "RevocationGround",
  description: "撤销的法定情形(行政许可法第六十九条)。 On what ground of the law a grant is taken back.",
  valuesConfig: {
    ABUSE_OF_OFFICE: { description: "滥用职权、玩忽职守作出的。 Granted by abuse or neglect of office." },
    BEYOND_AUTHORITY: { description: "超越法定职权作出的。 Granted beyond the authority's powers." },
    AGAINST_PROCEDURE: { description: "违反法定程序作出的。 Granted against the procedure of the law." },
    NOT_QUALIFIED: { description: "申请人不具备资格或不符合条件。 The applicant did not qualify." },
    OTHER_BY_LAW: { description: "依法可以撤销的其他情形。 Another case in which the law allows it." },
    FRAUD_OR_BRIBERY: {
      description: "以欺骗、贿赂等不正当手段取得,应当撤销。 Obtained by fraud or bribery: has to be taken back.",
    },
  },
});

const HolderHearingEnum = enumOf(holderHearings);
registerEnumType(HolderHearingEnum, {
  name: "HolderHearing",
  description: "撤销前如何听取被许可人意见(行政许可法第七条)。 How the holder was heard before.",
  valuesConfig: {
    STATEMENT: { description: "已听取陈述申辩。 The holder's statement was heard." },
    HEARING: { description: "已举行听证。 A hearing was held." },
    WAIVED: { description: "已告知权利,本人放弃。 The right was made known and not used." },
  },
});

@ObjectType("CaseRevocation", { description: "撤销(行政许可法第六十九条)。 What was granted has been taken back." })
export class RevocationType {
  @Field(() => RevocationGroundEnum)
  ground!: RevocationGround;
  @Field(() => String)
  reason!: string;
  @Field(() => String, { description: "撤销决定文书编号。 Number of the written decision." })
  documentNo!: string;
  @Field(() => InstantScalar, { description: "告知被许可人的时间。 When the holder was told." })
  noticedAt!: string;
  @Field(() => HolderHearingEnum)
  heard!: HolderHearing;
  @Field(() => InstantScalar)
  at!: string;
  @Field(() => ActorType)
  by!: object;
}

@InputType()
export class RevokeCaseInput extends CaseInput {
  @Field(() => RevocationGroundEnum)
  ground!: RevocationGround;
  @Field(() => String, { description: "理由与依据,勿写个人信息。 Reason and legal basis; no personal data." })
  reason!: string;
  @Field(() => String, { description: "撤销决定文书编号。 Number of the written decision." })
  documentNo!: string;
  @Field(() => InstantScalar, { description: "告知被许可人的时间,须在撤销之前。 When the holder was told: before." })
  noticedAt!: Date;
  @Field(() => HolderHearingEnum)
  heard!: HolderHearing;
}

@Resolver(() => CaseType)
export class CaseRevocations {
  @InsidersOnly()
  @FieldResolver(() => RevocationType, {
    nullable: true,
    description: "撤销;有效的为空。 Null while the grant stands.",
  })
  revocation(@Root() found: VisibleCase) {
    return inFull(found).revocation ?? null;
  }

  @StaffOnly()
  @Mutation(() => CaseType, {
    description:
      "撤销准予决定(行政许可法第六十九条),仅部门负责人。拒绝码:NOTHING_TO_REVOKE、REVOCATION_NOT_YOURS、HOLDER_NOT_NOTICED。 Takes back what was granted; by the head of the department that decided.",
  })
  async revokeCase(@Arg("input", () => RevokeCaseInput) input: RevokeCaseInput, @Ctx() context: Context) {
    return fullView(await revokeCase(context, input));
  }
}
