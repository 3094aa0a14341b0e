import { InsidersOnly } from "@yimen/kernel/accessDirectives";
import { FieldResolver, Resolver, Root } from "type-graphql";
import type { DeliveryMode } from "../domain/deliveryMode.js";
import { type ApprovalMechanism, mechanismOf } from "../domain/mechanism.js";
import { inFull } from "../inFull.js";
import type { VisibleCase } from "../loaders.js";
import { PreReviewType } from "./caseParts.js";
import { CaseType } from "./caseType.js";
import { ApprovalMechanismEnum, ServiceDeliveryModeEnum } from "./enums.js";

/** Which way a case came in and goes; seen as the rest of it is. */
@Resolver(() => CaseType)
export class CasePathResolver {
  @InsidersOnly()
  @FieldResolver(() => ApprovalMechanismEnum, {
    description: "审批机制,收件时锁定(R042)。 How it is approved, as pinned when it was collected.",
  })
  mechanism(@Root() found: VisibleCase): ApprovalMechanism {
    return mechanismOf(inFull(found));
  }

  @InsidersOnly()
  @FieldResolver(() => PreReviewType, { nullable: true })
  preReview(@Root() found: VisibleCase) {
    return inFull(found).preReview ?? null;
  }

  @InsidersOnly()
  @FieldResolver(() => ServiceDeliveryModeEnum, {
    nullable: true,
    description: "服务提供方式(R050);申请人自行网上申报的为空。 Null where the applicant handed it in online.",
  })
  deliveryMode(@Root() found: VisibleCase): DeliveryMode | null {
    return inFull(found).deliveryMode ?? null;
  }
}
