import type { TimeLimit } from "@yimen/workdays/timeLimit";
import { promisedInBundle } from "./bundleCase.js";
import type { Case, CaseId, CaseKind, Confidentiality, DecisionMode } from "./case.js";
import type { DutyFacts, MatterFacts } from "./duty.js";
import type { Material } from "./material.js";
import type { ApprovalMechanism } from "./mechanism.js";
import { ELicenceNotAccepted, MaterialNotOnList } from "./refusals.js";

interface Requirement {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type?: string;
  readonly necessity: string;
  readonly deferrable: boolean;
  readonly maxDeferralDays: number | null;
  readonly eLicence?: string | null;
}

interface Opening {
  readonly id: CaseId;
  readonly caseNo: string;
  readonly visitId: string;
  readonly at: Date;
  readonly duty: DutyFacts;
  readonly confidentiality: Confidentiality;
  readonly presentRequirementIds: readonly string[];
  /** Requirements for which an e-licence was shown (R065). */
  readonly eLicenceRequirementIds?: readonly string[];
  /** The bundle of which it is a part, and what is promised for all of it. */
  readonly bundle?: { readonly caseId: string; readonly jointLimit: TimeLimit };
  readonly matter: MatterFacts & {
    readonly mechanism?: ApprovalMechanism;
    readonly guide: {
      readonly id: string;
      readonly kind?: CaseKind;
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
export function openedCase({ matter, duty, at, bundle, ...given }: Opening): Case {
  const { guide } = matter;
  const licensed = given.eLicenceRequirementIds ?? [];
  requireELicences(guide.materials, licensed);
  const present = [...given.presentRequirementIds, ...licensed];
  const unknown = present.filter((id) => !guide.materials.some((material) => material.id === id));
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
    ...(bundle && { bundleCaseId: bundle.caseId }),
    guide: {
      guideId: guide.id,
      ...(guide.kind && { kind: guide.kind }),
      promised: bundle ? promisedInBundle(guide.promisedLimit, bundle.jointLimit) : guide.promisedLimit,
      statutory: guide.statutoryLimit,
      decisionMode: guide.decisionMode,
      ...(matter.mechanism && { mechanism: matter.mechanism }),
      important: guide.important,
    },
    confidentiality: given.confidentiality,
    openedAt,
    openedBy: { staffId: duty.staffId, actingForId: duty.actingForId },
    materials: guide.materials.map((one) =>
      checklistLine(one, present.includes(one.id), licensed.includes(one.id), openedAt),
    ),
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

/** An e-licence stands only for papers of which the guide says so (R065). @throws ELicenceNotAccepted */
function requireELicences(materials: readonly Requirement[], licensed: readonly string[]): void {
  const refused = licensed.filter((id) => !materials.some((one) => one.id === id && one.eLicence));
  if (refused.length > 0) throw new ELicenceNotAccepted(refused);
}

const checklistLine = (
  { id, code, name, type, necessity, eLicence, ...rest }: Requirement,
  present: boolean,
  licensed: boolean,
  at: string,
): Material => ({
  requirementId: id,
  code,
  name,
  ...(type && { type }),
  required: necessity === "REQUIRED",
  deferrable: rest.deferrable,
  maxDeferralDays: rest.maxDeferralDays,
  ...(licensed && eLicence && { eLicence }),
  state: present ? "PRESENT" : "MISSING",
  receivedAt: present ? at : null,
  dueOn: null,
});
