import { InsidersOnly, Personal } from "@yimen/kernel/accessDirectives";
import { referTo } from "@yimen/kernel/reference";
import { InstantScalar, PlainDateScalar } from "@yimen/kernel/scalars";
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { NotYourCase } from "../domain/authority.js";
import { type BundleMaterial, bundleDueOn, bundleMaterials } from "../domain/bundleCase.js";
import type { CaseChannel } from "../domain/case.js";
import type { MaterialState } from "../domain/material.js";
import type { VisibleBundleCase } from "../loaders.js";
import { ActorType } from "./actorType.js";
import { ApplicantType } from "./caseParts.js";
import { CaseType } from "./caseType.js";
import { CaseChannelEnum, MaterialStateEnum } from "./enums.js";
import { OutletType } from "./outletType.js";
import { BundleReference } from "./references.js";
import { VisitType } from "./visitType.js";
import { WindowType } from "./windowType.js";

@ObjectType("BundleCaseMaterial", { description: "一套材料中的一份(R069)。 A paper of the whole set, handed in once." })
export class BundleCaseMaterialType implements BundleMaterial {
  @Field(() => String, { description: "材料类型。 What kind of paper it is." })
  type!: string;
  @Field(() => String)
  name!: string;
  @Field(() => Boolean)
  required!: boolean;
  @Field(() => Boolean, { description: "各事项均可容缺方可容缺。 Only when every sub-case allows it." })
  deferrable!: boolean;
  @Field(() => MaterialStateEnum)
  state!: MaterialState;
  @Field(() => [ID], { description: "需要它的办件。 The sub-cases that need it." })
  caseIds!: readonly string[];
}

@ObjectType("FormAnswer", { description: "申请表的一项填写内容(个人信息)。 What was filled in: personal data." })
export class FormAnswerType {
  @Field(() => String)
  key!: string;
  @Personal("ADDRESS")
  @Field(() => String)
  value!: string;
}

@ObjectType("BundleCase", {
  description:
    "“一件事”办件:一次提交,每一事项一个子办件(R069)。全部子办件办结即办结。 One thing handed in once, with one sub-case for each of its matters; closed when all of them are.",
})
@Directive(`@key(fields: "id")`)
export class BundleCaseType {
  @Field(() => ID)
  id!: string;
  @Field(() => String, { description: "印在受理凭证上的编号。 The number printed on the receipt." })
  bundleNo!: string;
  @Field(() => CaseChannelEnum)
  channel!: CaseChannel;
  @Field(() => InstantScalar)
  openedAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: "全部子办件办结之时。 When the last of them was closed." })
  closedAt!: Date | null;
}

@Resolver(() => BundleCaseType)
export class BundleCaseResolver {
  @FieldResolver(() => BundleReference, { nullable: true })
  bundle(@Root() { bundleId }: VisibleBundleCase): BundleReference {
    return { id: bundleId };
  }

  @FieldResolver(() => OutletType, { nullable: true })
  outlet(@Root() { outletId }: VisibleBundleCase): OutletType {
    return { id: outletId };
  }

  @FieldResolver(() => WindowType, {
    nullable: true,
    description: "办理窗口;空:网上提交,尚未认领。 Null: handed in online, no window has taken it up yet.",
  })
  window(@Root() { windowId }: VisibleBundleCase): WindowType | null {
    return referTo(windowId);
  }

  @FieldResolver(() => [CaseType], {
    description: "子办件(有权知晓的),按编号。 The sub-cases the caller may know of, by number.",
  })
  cases(@Root() { id }: VisibleBundleCase, @Ctx() { loaders }: Context) {
    return loaders.casesOfBundle.load(id);
  }

  @FieldResolver(() => PlainDateScalar, {
    nullable: true,
    description:
      "最迟办结日:联办总时限,遇暂停、延长则顺延;任一子办件不晚于此日。未受理为空。 The last day for all of it; no sub-case is due later. Null before acceptance.",
  })
  async dueOn(@Root() found: VisibleBundleCase, @Ctx() { loaders, clock }: Context): Promise<string | null> {
    return bundleDueOn(found, await loaders.allCasesOfBundle.load(found.id), clock());
  }

  @InsidersOnly()
  @FieldResolver(() => ActorType, {
    nullable: true,
    description: "收件人;空:申请人网上提交。 Null: the applicant handed it in online.",
  })
  openedBy(@Root() { openedBy }: VisibleBundleCase) {
    return openedBy;
  }

  @InsidersOnly()
  @FieldResolver(() => [BundleCaseMaterialType], {
    description: "一套材料:合并去重,每份一次。 The one set of materials, each paper once.",
  })
  async materials(@Root() found: VisibleBundleCase, @Ctx() { loaders }: Context) {
    return bundleMaterials(await loaders.allCasesOfBundle.load(inFull(found).id));
  }

  @InsidersOnly()
  @FieldResolver(() => ApplicantType, { nullable: true, description: "申请人(个人信息)。 Personal data." })
  async applicant(@Root() found: VisibleBundleCase, @Ctx() { loaders }: Context) {
    const [first] = await loaders.allCasesOfBundle.load(inFull(found).id);
    return first ? loaders.applicantOf.load(first.id) : null;
  }

  @InsidersOnly()
  @FieldResolver(() => [FormAnswerType], {
    nullable: true,
    description: "一表申请的填写内容;纸质申请为空。 The one form; null when it was handed in on paper.",
  })
  async form(@Root() found: VisibleBundleCase, @Ctx() { loaders }: Context) {
    const subCases = await loaders.allCasesOfBundle.load(inFull(found).id);
    const applicants = await Promise.all(subCases.map(({ id }) => loaders.applicantOf.load(id)));
    if (applicants.every((one) => !one?.form)) return null;
    const answers = applicants.flatMap((one) => one?.form ?? []);
    return [...new Map(answers.map((answer) => [answer.key, answer])).values()];
  }

  @InsidersOnly()
  @FieldResolver(() => VisitType, {
    nullable: true,
    description: "所属访问;空:网上提交,不到现场。 Null: handed in online, without coming.",
  })
  visit(@Root() found: VisibleBundleCase, @Ctx() { loaders }: Context) {
    const { visitId } = inFull(found);
    return visitId === null ? null : loaders.visitById.load(visitId);
  }
}

/** @throws NotYourCase when the caller may only see what is public */
function inFull(found: VisibleBundleCase): VisibleBundleCase {
  if (found.visible !== "FULL") throw new NotYourCase();
  return found;
}

/** How references to a bundle's case are completed. */
export const resolveBundleCaseReference = ({ id }: { id?: unknown }, { loaders }: Context) =>
  typeof id === "string" ? loaders.bundleCaseById.load(id) : null;
