import { DomainError } from "@yimen/kernel/errors";
import { type FacilityScore, mandatory } from "./facility.js";
import { plans } from "./plans.js";

/** 三规范、七统一: the ten items of the standard (R008). */
export const standardItems = [
  "INSTITUTION",
  "MATTERS",
  "SERVICE_STANDARD",
  "SIGNS",
  "FACILITIES",
  "STAFFING",
  "MATTER_PRESENCE",
  "PROCESS",
  "RULES",
  "APPRAISAL",
] as const;
export type StandardItem = (typeof standardItems)[number];

/** 机构、队伍、流程、设施: what the three-year programme measures (R007). */
export const standardDimensions = ["INSTITUTION", "TEAM", "PROCESS", "FACILITIES"] as const;
export type StandardDimension = (typeof standardDimensions)[number];

const itemsOf: Record<StandardDimension, readonly StandardItem[]> = {
  INSTITUTION: ["INSTITUTION", "MATTERS", "MATTER_PRESENCE"],
  TEAM: ["STAFFING", "APPRAISAL"],
  PROCESS: ["PROCESS", "RULES", "SERVICE_STANDARD"],
  FACILITIES: ["SIGNS", "FACILITIES"],
};

/** 基础型 < 标准型 < 标杆型 (R015). */
export const outletGrades = ["BASIC", "STANDARD", "BENCHMARK"] as const;
export type OutletGrade = (typeof outletGrades)[number];

/** How an outlet stood on a day; never changed. */
export interface StandardCheck {
  readonly id: string;
  readonly outletId: string;
  readonly checkedOn: string;
  readonly met: readonly StandardItem[];
  /** By the province's guide, as the assessor found; `null` where none was reached. */
  readonly grade: OutletGrade | null;
  readonly checkedById: string;
}

export const missingItems = ({ met }: Pick<StandardCheck, "met">): StandardItem[] =>
  standardItems.filter((item) => !met.includes(item));

/** Met over asked, 0..1, for each dimension. */
export const dimensionScores = ({ met }: Pick<StandardCheck, "met">) =>
  standardDimensions.map((dimension) => ({
    dimension,
    score: itemsOf[dimension].filter((item) => met.includes(item)).length / itemsOf[dimension].length,
  }));

/** The last check of each year, oldest year first: the trend of the programme (R007). */
export function yearlyTrend(checks: readonly StandardCheck[]): StandardCheck[] {
  const ordered = checks.toSorted((one, other) => (one.checkedOn < other.checkedOn ? -1 : 1));
  return [...new Map(ordered.map((check) => [check.checkedOn.slice(0, 4), check])).values()];
}

/** Whether the grade is at least that one; an outlet without any is below all. */
export const reaches = (grade: OutletGrade | null, wanted: OutletGrade): boolean =>
  grade !== null && outletGrades.indexOf(grade) >= outletGrades.indexOf(wanted);

export class GradeNotEarned extends DomainError {
  readonly code = "GRADE_NOT_EARNED";
  constructor(missing: readonly string[]) {
    super(
      {
        zh: "功能区域、办公设备(村级为“十个一”)尚不齐全,不能评定等级;请先配齐并登记。",
        en: "Areas or devices are missing; no grade is given before they are there and entered.",
      },
      { missing },
      plans.R015,
    );
  }
}

export class BenchmarkNotEarned extends DomainError {
  readonly code = "BENCHMARK_NOT_EARNED";
  constructor(missing: readonly StandardItem[]) {
    super(
      {
        zh: "标杆型网点须“三规范、七统一”十项全部达标。",
        en: "A benchmark meets all ten items of the standard.",
      },
      { missing },
      plans.R008,
    );
  }
}

/** @throws GradeNotEarned, BenchmarkNotEarned */
export function requireEarned(check: StandardCheck, scores: readonly FacilityScore[]): StandardCheck {
  if (check.grade === null) return check;
  const missing = scores.filter(({ group }) => mandatory.includes(group)).flatMap((each) => each.missing);
  if (missing.length > 0) throw new GradeNotEarned(missing);
  const unmet = missingItems(check);
  if (check.grade === "BENCHMARK" && unmet.length > 0) throw new BenchmarkNotEarned(unmet);
  return check;
}
