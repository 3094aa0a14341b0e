import type { TimeLimit } from "@yimen/workdays/timeLimit";
import { promisedInBundle } from "./bundleCase.js";
import type { Case, CaseId, CaseKind, Confidentiality, DecisionMode } from "./case.js";
import { deliveryModeOf } from "./deliveryMode.js";
import type { MatterFacts } from "./duty.js";
import type { Digest } from "./handedIn.js";
import type { Material } from "./material.js";
import type { ApprovalMechanism } from "./mechanism.js";
import { ELicenceNotAccepted, MaterialNotOnList } from "./refusals.js";
import { askedFor, type SituationAnswer, type SituationQuestion } from "./situation.js";

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

/** Where it is handed in and who takes it; nobody does of what comes online. */
export interface Receiver {
  readonly outletId: string;
  readonly windowId: string | null;
  readonly staffId: string | null;
  readonly actingForId: string | null;
  /** The department that sends who takes it; left out or `null` for the outlet's own staff. */
  readonly homeDepartmentId?: string | null;
}

interface Opening {
  readonly id: CaseId;
  readonly caseNo: string;
  readonly visitId: string | null;
  readonly at: Date;
  readonly duty: Receiver;
  /** Of what comes online: whether the applicant commits to bring what may follow later, and the files. */
  readonly online?: { readonly committed: boolean; readonly digests: readonly Digest[] };
  /** The outlet whose agent hands it in for the applicant (R112). */
  readonly agentOutletId?: string;
  /** What the applicant answered to the guide's questions (情形). */
  readonly situation: readonly SituationAnswer[];
  readonly confidentiality: Confidentiality;
  /** The reminder from which it begins (R124). */
  readonly reminderId?: string | null;
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
      readonly questions: readonly SituationQuestion[];
    };
  };
}

/**
 * A case as it begins: collected, with the guide pinned and the checklist filled in as far as the material is there.
 *
 * @throws MaterialNotOnList when something was handed in that the guide does not ask for in this situation (R038)
 * @throws SituationNotClear, ELicenceNotAccepted
 */
export function openedCase({ matter, duty, at, bundle, ...given }: Opening): Case {
  const { guide } = matter;
  const asked = askedFor(guide.materials, guide.questions, given.situation);
  const licensed = given.eLicenceRequirementIds ?? [];
  requireELicences(asked, licensed);
  const digests = new Map(given.online?.digests.map(({ requirementId, digest }) => [requirementId, digest]));
  const present = [...given.presentRequirementIds, ...licensed, ...digests.keys()];
  const unknown = present.filter((id) => !asked.some((material) => material.id === id));
  if (unknown.length > 0) throw new MaterialNotOnList(unknown);
  const openedAt = at.toISOString();
  const deliveryMode = deliveryModeOf(matter, duty, given.agentOutletId);
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
    ...(given.online && { online: { committed: given.online.committed, takenUp: null } }),
    ...(given.agentOutletId && { agentOutletId: given.agentOutletId }),
    ...(deliveryMode && { deliveryMode }),
    ...(bundle && { bundleCaseId: bundle.caseId }),
    ...(given.reminderId && { reminderId: given.reminderId }),
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
    openedBy: duty.staffId === null ? null : { staffId: duty.staffId, actingForId: duty.actingForId },
    materials: asked.map((one) => ({
      ...checklistLine(one, present.includes(one.id), licensed.includes(one.id), openedAt),
      ...digestOf(digests.get(one.id)),
    })),
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

const digestOf = (digest: string | undefined) => (digest ? { digest } : {});

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
