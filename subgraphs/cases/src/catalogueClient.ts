import { DomainError } from "@yimen/kernel/errors";
import type { SiblingClient } from "@yimen/kernel/siblingClient";
import type { TimeLimit } from "@yimen/workdays/timeLimit";
import type { DecisionMode } from "./domain/case.js";
import type { MatterFacts } from "./domain/duty.js";

/** What the catalogue says of a matter at the moment a case is opened; the case pins it. */
export interface MatterForCase extends MatterFacts {
  readonly guide: {
    readonly id: string;
    readonly promisedLimit: TimeLimit;
    readonly statutoryLimit: TimeLimit | null;
    readonly decisionMode: DecisionMode;
    readonly important: boolean;
    readonly materials: readonly {
      readonly id: string;
      readonly code: string;
      readonly name: string;
      readonly necessity: string;
      readonly deferrable: boolean;
      readonly maxDeferralDays: number | null;
    }[];
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

export interface CatalogueClient {
  /** @throws MatterNotOffered, SiblingUnavailable */
  matter(id: string): Promise<MatterForCase>;
}

const QUERY = /* GraphQL */ `
  query MatterForCase($id: ID!) {
    matter(id: $id) {
      id
      regionId
      state
      presenceMode
      department { id }
      entrustment { effective }
      guide {
        id
        decisionMode
        important
        promisedLimit { value unit }
        statutoryLimit { value unit }
        materials { id code name necessity deferrable maxDeferralDays }
      }
    }
  }
`;

interface Answer {
  readonly matter: {
    readonly id: string;
    readonly regionId: string;
    readonly state: string;
    readonly presenceMode: MatterFacts["presenceMode"];
    readonly department: { readonly id: string };
    readonly entrustment: { readonly effective: boolean } | null;
    readonly guide: MatterForCase["guide"] | null;
  } | null;
}

export const createCatalogueClient = (sibling: SiblingClient): CatalogueClient => ({
  async matter(id) {
    const { matter } = await sibling.query<Answer>(QUERY, { id });
    if (!matter?.guide || matter.state !== "IN_USE") throw new MatterNotOffered(id);
    return {
      matterId: matter.id,
      departmentId: matter.department.id,
      regionId: matter.regionId,
      presenceMode: matter.presenceMode,
      entrustmentEffective: matter.presenceMode === "ENTRUSTED" && matter.entrustment?.effective === true,
      guide: matter.guide,
    };
  },
});
