import type { TimeLimit } from "@yimen/workdays/timeLimit";
import type { Case, CaseId, Confidentiality, DecisionMode } from "./case.js";
import type { DutyFacts, MatterFacts } from "./duty.js";
import type { Material } from "./material.js";
import { MaterialNotOnList } from "./refusals.js";

interface Requirement {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly necessity: string;
  readonly deferrable: boolean;
  readonly maxDeferralDays: number | null;
}

interface Opening {
  readonly id: CaseId;
  readonly caseNo: string;
  readonly visitId: string;
  readonly at: Date;
  readonly duty: DutyFacts;
  readonly confidentiality: Confidentiality;
  readonly presentRequirementIds: readonly string[];
  readonly matter: MatterFacts & {
    readonly guide: {
      readonly id: string;
      readonly promisedLimit: TimeLimit;
      readonly statutoryLimit: TimeLimit | null;
      readonly decisionMode: DecisionMode;
      readonly important: boolean;
      readonly materials: readonly Requirement[];
    };
  };
}

/**
 * A case as it begins: collected, with the guide pinned and the checklist filled in as far as the material is there.
 *
 * @throws MaterialNotOnList when something was handed in that the guide does not ask for (R038)
 */
export function openedCase({ matter, duty, at, ...given }: Opening): Case {
  const { guide } = matter;
  const unknown = given.presentRequirementIds.filter((id) => !guide.materials.some((material) => material.id === id));
  if (unknown.length > 0) throw new MaterialNotOnList(unknown);
  const openedAt = at.toISOString();
  return {
    id: given.id,
    caseNo: given.caseNo,
    version: 1,
    status: "COLLECTED",
    regionId: matter.regionId,
    outletId: duty.outletId,
    windowId: duty.windowId,
    departmentId: matter.departmentId,
    matterId: matter.matterId,
    visitId: given.visitId,
    guide: {
      guideId: guide.id,
      promised: guide.promisedLimit,
      statutory: guide.statutoryLimit,
      decisionMode: guide.decisionMode,
      important: guide.important,
    },
    confidentiality: given.confidentiality,
    openedAt,
    openedBy: { staffId: duty.staffId, actingForId: duty.actingForId },
    materials: guide.materials.map((one) => checklistLine(one, given.presentRequirementIds.includes(one.id), openedAt)),
    acceptance: null,
    deferral: null,
    pauses: [],
    extension: null,
    corrections: [],
    pickedUp: null,
    report: null,
    decision: null,
    result: null,
    delivery: null,
    warned: [],
    closedAt: null,
  };
}

const checklistLine = (
  { id, code, name, necessity, ...rest }: Requirement,
  present: boolean,
  at: string,
): Material => ({
  requirementId: id,
  code,
  name,
  required: necessity === "REQUIRED",
  deferrable: rest.deferrable,
  maxDeferralDays: rest.maxDeferralDays,
  state: present ? "PRESENT" : "MISSING",
  receivedAt: present ? at : null,
  dueOn: null,
});
