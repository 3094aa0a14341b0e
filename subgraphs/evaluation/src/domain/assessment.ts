import { DomainError } from "@yimen/kernel/errors";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { requireText } from "./requireText.js";
import { rules } from "./rules.js";

export type AssessmentSource = "THIRD_PARTY" | "CAMPAIGN";

/** What was found at one outlet. */
export interface AssessedOutlet {
  readonly outletId: string;
  /** 0 to 100. */
  readonly score: number;
  readonly remark: string;
}

/** What a third party, or a campaign such as 双找双评, found in a region (R185, R186). */
export interface Assessment {
  readonly id: string;
  readonly regionId: string;
  readonly source: AssessmentSource;
  /** The third party, or the campaign. */
  readonly assessor: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly conclusion: string;
  readonly outlets: readonly AssessedOutlet[];
  readonly recordedOn: PlainDate;
  readonly recordedBy: string;
  /** Where whoever recorded it works: the log is kept by outlet. */
  readonly outletId: string;
  /** Last office day on which it is circulated in time (及时予以通报). */
  readonly circulateBy: PlainDate;
  readonly circulatedOn: PlainDate | null;
  readonly version: number;
}

/** Working days from the record to the circular; ours to set, as the plan only says "in time". */
export const CIRCULATION_DAYS = 5;

export class AssessmentInvalid extends DomainError {
  readonly code = "ASSESSMENT_INVALID";
  constructor(reason: "PERIOD" | "SCORE" | "OUTLET_TWICE" | "NO_OUTLET" | "OTHER_REGION") {
    super(
      {
        zh: "评价时段须已结束,每个网点(限本区域)评一次,分值为 0 至 100。",
        en: "The period is over, and each outlet, of this region, is scored once from 0 to 100.",
      },
      { reason },
      rules.thirdPartyAssessed,
    );
  }
}

export class AlreadyCirculated extends DomainError {
  readonly code = "ASSESSMENT_ALREADY_CIRCULATED";
  constructor(assessmentId: string, circulatedOn: PlainDate) {
    super(
      { zh: "该评价已通报。", en: "This assessment has been circulated." },
      { assessmentId, circulatedOn },
      rules.thirdPartyAssessed,
    );
  }
}

type Given = Pick<Assessment, "assessor" | "from" | "to" | "conclusion" | "outlets" | "recordedOn">;

/**
 * @param known  the region's outlets
 * @throws AssessmentInvalid, TextMissing
 */
export function requireAssessment<A extends Given>(given: A, known: readonly string[]): A {
  const { from, to, outlets, recordedOn } = given;
  if (from > to || to > recordedOn) throw new AssessmentInvalid("PERIOD");
  if (outlets.length === 0) throw new AssessmentInvalid("NO_OUTLET");
  if (outlets.some(({ score }) => !Number.isFinite(score) || score < 0 || score > 100))
    throw new AssessmentInvalid("SCORE");
  const ids = outlets.map(({ outletId }) => outletId);
  if (new Set(ids).size < ids.length) throw new AssessmentInvalid("OUTLET_TWICE");
  if (ids.some((id) => !known.includes(id))) throw new AssessmentInvalid("OTHER_REGION");
  return {
    ...given,
    assessor: requireText("assessor", given.assessor),
    conclusion: requireText("conclusion", given.conclusion),
  };
}

/** @throws AlreadyCirculated */
export function circulate(current: Assessment, on: PlainDate): Assessment {
  if (current.circulatedOn) throw new AlreadyCirculated(current.id, current.circulatedOn);
  return { ...current, circulatedOn: on, version: current.version + 1 };
}

/** Whether nobody has circulated it in time. */
export const isCirculationOverdue = ({ circulatedOn, circulateBy }: Assessment, today: PlainDate): boolean =>
  circulatedOn === null && today > circulateBy;
