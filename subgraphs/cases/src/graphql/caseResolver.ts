import { InsidersOnly } from "@yimen/kernel/accessDirectives";
import { referTo } from "@yimen/kernel/reference";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { caseLogEntry } from "../caseLogEntry.js";
import type { Context } from "../context.js";
import { caseClock, clockInput } from "../domain/caseClock.js";
import { nationalStatus } from "../domain/nationalStatus.js";
import { inFull } from "../inFull.js";
import type { VisibleCase } from "../loaders.js";
import { ActorType } from "./actorType.js";
import { BundleCaseType, FormAnswerType } from "./bundleCaseType.js";
import { CaseEventType } from "./caseEventType.js";
import {
  AcceptanceType,
  ApplicantType,
  CorrectionType,
  DecisionType,
  DeferralType,
  DeliveryType,
  ExtensionType,
  MaterialType,
  PickUpType,
  ReportType,
  ResultType,
  UrgeType,
} from "./caseParts.js";
import { CaseType } from "./caseType.js";
import { ClockType } from "./clockType.js";
import { ConfidentialityEnum } from "./enums.js";
import { OutletType } from "./outletType.js";
import { DepartmentReference, GuideVersionReference, MatterReference } from "./references.js";
import { VisitType } from "./visitType.js";
import { WindowType } from "./windowType.js";

/** What everybody may see of a case that is not confidential. */
@Resolver(() => CaseType)
export class PublicCaseResolver {
  @FieldResolver(() => Int, { description: "国家办件状态码(1–15)。 The national status code." })
  nationalStatus(@Root() found: VisibleCase): number {
    return nationalStatus(found);
  }

  @FieldResolver(() => MatterReference, { nullable: true })
  matter(@Root() { matterId }: VisibleCase): MatterReference {
    return { id: matterId };
  }

  @FieldResolver(() => GuideVersionReference, {
    nullable: true,
    description: "收件时锁定的指南版本(R028)。 The version of the guide this case is bound to.",
  })
  guide(@Root() { guide }: VisibleCase): GuideVersionReference {
    return { id: guide.guideId };
  }

  @FieldResolver(() => DepartmentReference, {
    nullable: true,
    description: "承办(决定)部门。 The department that decides.",
  })
  department(@Root() { departmentId }: VisibleCase): DepartmentReference {
    return { id: departmentId };
  }

  @FieldResolver(() => OutletType, { nullable: true })
  outlet(@Root() { outletId }: VisibleCase): OutletType {
    return { id: outletId };
  }

  @FieldResolver(() => WindowType, {
    nullable: true,
    description: "受理窗口;网上申请待认领时为空。 Null while an online case waits for a window to take it up.",
  })
  window(@Root() { windowId }: VisibleCase): WindowType | null {
    return referTo(windowId);
  }

  @FieldResolver(() => PlainDateScalar, {
    nullable: true,
    description: "最迟办结日;未受理为空。 Null before acceptance.",
  })
  dueOn(@Root() found: VisibleCase, @Ctx() { clock }: Context): string | null {
    return caseClock(found, clock())?.dueOn ?? null;
  }

  @FieldResolver(() => Boolean, { description: "是否已超承诺时限。 Whether the promise has been missed." })
  overdue(@Root() found: VisibleCase, @Ctx() { clock }: Context): boolean {
    return caseClock(found, clock())?.overdue ?? false;
  }

  @FieldResolver(() => BundleCaseType, {
    nullable: true,
    description: "所属“一件事”(R069)。 The bundle it was handed in with.",
  })
  bundleCase(@Root() { bundleCaseId }: VisibleCase, @Ctx() { loaders }: Context) {
    return bundleCaseId ? loaders.bundleCaseById.load(bundleCaseId) : null;
  }

  @InsidersOnly()
  @FieldResolver(() => ActorType, {
    nullable: true,
    description: "收件人;空:申请人网上提交。 Null: the applicant handed it in online.",
  })
  openedBy(@Root() { openedBy }: VisibleCase) {
    return openedBy;
  }

  @InsidersOnly()
  @FieldResolver(() => [CaseEventType], {
    description: "全过程留痕(R082),从早到晚;理由仅有权者可见。 The history, oldest first, as caseEvents tells it.",
  })
  async log(@Root() { id }: VisibleCase, @Ctx() { loaders }: Context) {
    return (await loaders.historyOf.load(id)).map(caseLogEntry);
  }
}

/** What only those see whose case it is; each field refuses with NOT_YOUR_CASE. */
@Resolver(() => CaseType)
export class FullCaseResolver {
  @InsidersOnly()
  @FieldResolver(() => ConfidentialityEnum)
  confidentiality(@Root() found: VisibleCase): string {
    return inFull(found).confidentiality;
  }

  @InsidersOnly()
  @FieldResolver(() => ApplicantType, { nullable: true, description: "申请人(个人信息)。 Personal data." })
  applicant(@Root() found: VisibleCase, @Ctx() { loaders }: Context) {
    return loaders.applicantOf.load(inFull(found).id);
  }

  @InsidersOnly()
  @FieldResolver(() => [FormAnswerType], {
    nullable: true,
    description: "申请表填写内容;纸质申请为空。 The form; null when it was handed in on paper.",
  })
  async form(@Root() found: VisibleCase, @Ctx() { loaders }: Context) {
    return (await loaders.applicantOf.load(inFull(found).id))?.form ?? null;
  }

  @InsidersOnly()
  @FieldResolver(() => [MaterialType])
  materials(@Root() found: VisibleCase) {
    return inFull(found).materials;
  }

  @InsidersOnly()
  @FieldResolver(() => AcceptanceType, { nullable: true })
  acceptance(@Root() found: VisibleCase) {
    return inFull(found).acceptance;
  }

  @InsidersOnly()
  @FieldResolver(() => DeferralType, { nullable: true })
  deferral(@Root() found: VisibleCase) {
    return inFull(found).deferral;
  }

  @InsidersOnly()
  @FieldResolver(() => ExtensionType, { nullable: true })
  extension(@Root() found: VisibleCase) {
    return inFull(found).extension;
  }

  @InsidersOnly()
  @FieldResolver(() => [CorrectionType])
  corrections(@Root() found: VisibleCase) {
    return inFull(found).corrections;
  }

  @InsidersOnly()
  @FieldResolver(() => PickUpType, { nullable: true })
  pickedUp(@Root() found: VisibleCase) {
    return inFull(found).pickedUp;
  }

  @InsidersOnly()
  @FieldResolver(() => Boolean, {
    description: "重要事项:上报后由部门负责人决定(R128)。 Decided by the head, after a report.",
  })
  important(@Root() found: VisibleCase): boolean {
    return inFull(found).guide.important;
  }

  @InsidersOnly()
  @FieldResolver(() => ReportType, { nullable: true })
  report(@Root() found: VisibleCase) {
    return inFull(found).report;
  }

  @InsidersOnly()
  @FieldResolver(() => [UrgeType])
  urges(@Root() found: VisibleCase) {
    return inFull(found).urges ?? [];
  }

  @InsidersOnly()
  @FieldResolver(() => DecisionType, { nullable: true })
  decision(@Root() found: VisibleCase) {
    return inFull(found).decision;
  }

  @InsidersOnly()
  @FieldResolver(() => ResultType, { nullable: true })
  result(@Root() found: VisibleCase) {
    const { result } = inFull(found);
    return result && { electronic: false, ...result };
  }

  @InsidersOnly()
  @FieldResolver(() => DeliveryType, { nullable: true })
  delivery(@Root() found: VisibleCase) {
    return inFull(found).delivery;
  }

  @InsidersOnly()
  @FieldResolver(() => ClockType, { nullable: true, description: "承诺时钟;未受理为空。 Null before acceptance." })
  clock(@Root() found: VisibleCase, @Ctx() { clock }: Context) {
    const now = clock();
    const reading = caseClock(inFull(found), now);
    return reading && { ...reading, input: clockInput(found, now) };
  }

  @InsidersOnly()
  @FieldResolver(() => VisitType, {
    nullable: true,
    description: "收件时的到场;网上申请为空。 Null of an online case.",
  })
  visit(@Root() found: VisibleCase, @Ctx() { loaders }: Context) {
    const { visitId } = inFull(found);
    return visitId === null ? null : loaders.visitById.load(visitId);
  }
}

interface CaseKey {
  readonly id?: unknown;
  readonly caseNo?: unknown;
}

/** How references to a case are completed: the loaders of everything else, hence one query per batch. */
export function resolveCaseReference({ id, caseNo }: CaseKey, { loaders }: Context) {
  if (typeof id === "string") return loaders.caseById.load(id);
  return typeof caseNo === "string" ? loaders.caseByNo.load(caseNo) : null;
}
