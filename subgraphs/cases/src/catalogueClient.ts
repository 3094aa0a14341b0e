import { DomainError } from "@yimen/kernel/errors";
import type { SiblingClient } from "@yimen/kernel/siblingClient";
import type { TimeLimit } from "@yimen/workdays/timeLimit";
import type { CaseKind, DecisionMode } from "./domain/case.js";
import type { MatterFacts } from "./domain/duty.js";
import type { FormField } from "./domain/form.js";
import type { ApprovalMechanism } from "./domain/mechanism.js";
import type { SituationQuestion } from "./domain/situation.js";

/** What the catalogue says of a matter at the moment a case is opened; the case pins it. */
export interface MatterForCase extends MatterFacts {
  /** How it is approved (R042). */
  readonly mechanism?: ApprovalMechanism;
  /** The lists it stands on: by them, outlets without a window of its department take it. */
  readonly lists: readonly string[];
  /** Whether it can be handed in online (R064). */
  readonly handledOnline: boolean;
  readonly guide: {
    readonly id: string;
    readonly kind: CaseKind;
    readonly promisedLimit: TimeLimit;
    readonly statutoryLimit: TimeLimit | null;
    readonly decisionMode: DecisionMode;
    readonly important: boolean;
    readonly materials: readonly {
      readonly id: string;
      readonly code: string;
      readonly name: string;
      readonly type: string;
      readonly necessity: string;
      readonly deferrable: boolean;
      readonly maxDeferralDays: number | null;
      /** The e-licence that can stand for it. */
      readonly eLicence?: string | null;
    }[];
    readonly formFields: readonly FormField[];
    readonly questions: readonly SituationQuestion[];
  };
}

/** The catalogue has no such matter, or none that can be applied for now. */
export class MatterNotOffered extends DomainError {
  readonly code = "MATTER_NOT_OFFERED";
  constructor(matterId: string) {
    super(
      {
        zh: "该事项不存在、已暂停或没有现行办事指南;请核对事项。",
        en: "There is no such matter, or it is suspended or has no guide in force; check the matter.",
      },
      { matterId },
    );
  }
}

/** Several matters that are handed in once. */
export interface BundleForCase {
  readonly bundleId: string;
  readonly regionId: string;
  readonly jointLimit: TimeLimit;
  readonly matters: readonly MatterForCase[];
}

/** The catalogue has no such bundle. */
export class BundleNotOffered extends DomainError {
  readonly code = "BUNDLE_NOT_OFFERED";
  constructor(bundleId: string) {
    super({ zh: "没有这个“一件事”;请核对编号。", en: "There is no such bundle; check its id." }, { bundleId });
  }
}

export interface CatalogueClient {
  /** @throws MatterNotOffered, SiblingUnavailable */
  matter(id: string): Promise<MatterForCase>;
  /** @throws BundleNotOffered, MatterNotOffered, SiblingUnavailable */
  bundle(id: string): Promise<BundleForCase>;
  /** @throws MatterNotOffered, SiblingUnavailable */
  notice(matterId: string): Promise<Notice>;
}

/** Everything an applicant has to bring and to know, told at once (R089). */
export interface Notice {
  readonly departmentId: string;
  readonly guideId: string;
  readonly text: string;
  /** The published lists the matter stands on. */
  readonly lists: readonly string[];
}

const MATTER = /* GraphQL */ `
  fragment MatterForCase on Matter {
    id
    regionId
    state
    presenceMode
    mechanism
    lists
    handledOnline
    department { id }
    entrustment { effective }
    guide {
      id
      kind
      decisionMode
      important
      promisedLimit { value unit }
      statutoryLimit { value unit }
      materials { id code name type necessity deferrable maxDeferralDays eLicence }
      formFields { key name required }
      questions { key options { key materialCodes } }
    }
  }
`;

const ONE_MATTER = /* GraphQL */ `
  query MatterForCase($id: ID!) { matter(id: $id) { ...MatterForCase } }
  ${MATTER}
`;

const ONE_BUNDLE = /* GraphQL */ `
  query BundleForCase($id: ID!) {
    bundle(id: $id) { id regionId jointLimit { value unit } matters { ...MatterForCase } }
  }
  ${MATTER}
`;

const NOTICE = /* GraphQL */ `
  query NoticeForAppointment($id: ID!) {
    matter(id: $id) { state lists department { id } oneTimeNotice { guideId text } }
  }
`;

interface NoticeAnswer {
  readonly matter: {
    readonly state: string;
    readonly lists: readonly string[];
    readonly department: { readonly id: string };
    readonly oneTimeNotice: Pick<Notice, "guideId" | "text"> | null;
  } | null;
}

interface MatterAnswer {
  readonly id: string;
  readonly regionId: string;
  readonly state: string;
  readonly presenceMode: MatterFacts["presenceMode"];
  readonly mechanism: ApprovalMechanism;
  readonly lists: readonly string[];
  readonly handledOnline: boolean;
  readonly department: { readonly id: string };
  readonly entrustment: { readonly effective: boolean } | null;
  readonly guide: MatterForCase["guide"] | null;
}

interface BundleAnswer {
  readonly id: string;
  readonly regionId: string;
  readonly jointLimit: TimeLimit;
  readonly matters: readonly MatterAnswer[];
}

export const createCatalogueClient = (sibling: SiblingClient): CatalogueClient => ({
  async matter(id) {
    const { matter } = await sibling.query<{ matter: MatterAnswer | null }>(ONE_MATTER, { id });
    return offered(id, matter);
  },
  async bundle(id) {
    const { bundle } = await sibling.query<{ bundle: BundleAnswer | null }>(ONE_BUNDLE, { id });
    if (!bundle) throw new BundleNotOffered(id);
    const matters = bundle.matters.map((matter) => offered(matter.id, matter));
    return { bundleId: bundle.id, regionId: bundle.regionId, jointLimit: bundle.jointLimit, matters };
  },
  notice: (matterId) => noticeOf(sibling, matterId),
});

async function noticeOf(sibling: SiblingClient, id: string): Promise<Notice> {
  const { matter } = await sibling.query<NoticeAnswer>(NOTICE, { id });
  if (!matter?.oneTimeNotice || matter.state !== "IN_USE") throw new MatterNotOffered(id);
  return { departmentId: matter.department.id, lists: matter.lists, ...matter.oneTimeNotice };
}

function offered(id: string, matter: MatterAnswer | null): MatterForCase {
  if (!matter?.guide || matter.state !== "IN_USE") throw new MatterNotOffered(id);
  return {
    matterId: matter.id,
    departmentId: matter.department.id,
    regionId: matter.regionId,
    presenceMode: matter.presenceMode,
    mechanism: matter.mechanism,
    lists: matter.lists,
    handledOnline: matter.handledOnline,
    entrustmentEffective: matter.presenceMode === "ENTRUSTED" && matter.entrustment?.effective === true,
    guide: matter.guide,
  };
}
