import { DomainError } from "@yimen/kernel/errors";
import type { AttendanceCount } from "./attendanceCount.js";
import { plans } from "./plans.js";

/** For whom a scheme is: those at the windows (R170), or those who direct (R171). */
export const schemeAudiences = ["WINDOW_STAFF", "DIRECTOR"] as const;
export type SchemeAudience = (typeof schemeAudiences)[number];

/** Where the value of an indicator comes from; all but the first two are given when a score is computed. */
export const indicatorInputs = [
  "TASK_COMPLETION",
  "ATTENDANCE",
  "SATISFACTION",
  "COOPERATION",
  "PEOPLE_MANAGEMENT",
  "POLICY_IMPLEMENTATION",
  "OTHER",
] as const;
export type IndicatorInput = (typeof indicatorInputs)[number];

export interface Indicator {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly input: IndicatorInput;
  /** Of a hundred. */
  readonly weight: number;
  /** Visits for a full mark of TASK_COMPLETION; points off for each day late or early of ATTENDANCE. */
  readonly parameter: number | null;
}

/** A town's own quantified indicators (指标量化考核, R205), in versions that are never changed. */
export interface AppraisalScheme {
  readonly id: string;
  readonly outletId: string;
  readonly audience: SchemeAudience;
  readonly version: number;
  readonly validFrom: string;
  readonly indicators: readonly Indicator[];
}

/** What the regulation wants to be looked at in any case. */
const required: Record<SchemeAudience, readonly IndicatorInput[]> = {
  WINDOW_STAFF: ["TASK_COMPLETION", "ATTENDANCE", "SATISFACTION"],
  DIRECTOR: ["COOPERATION", "PEOPLE_MANAGEMENT", "POLICY_IMPLEMENTATION"],
};

export class SchemeInvalid extends DomainError {
  readonly code = "APPRAISAL_SCHEME_INVALID";
  constructor(reason: "WEIGHTS" | "CODE" | "REQUIRED" | "PARAMETER" | "DATE") {
    super(
      {
        zh: "指标权重须为正整数且合计100,编码不重复,并含规定内容:窗口人员为任务完成、出勤、满意度,负责人为配合度、人员管理、政策落实。",
        en: "Weights are whole numbers that sum to 100, codes differ, and what the regulation asks for is there.",
      },
      { reason },
      plans.R205,
    );
  }
}

/** @throws SchemeInvalid */
export function requireScheme(scheme: AppraisalScheme, today: string): AppraisalScheme {
  const { indicators, audience, validFrom } = scheme;
  const weights = indicators.map(({ weight }) => weight);
  const whole = weights.every((weight) => Number.isInteger(weight) && weight > 0);
  if (!whole || weights.reduce((sum, weight) => sum + weight, 0) !== 100) throw new SchemeInvalid("WEIGHTS");
  const codes = indicators.map(({ code }) => code.trim());
  if (codes.some((code) => code === "") || new Set(codes).size < codes.length) throw new SchemeInvalid("CODE");
  const inputs = indicators.map(({ input }) => input);
  if (required[audience].some((input) => !inputs.includes(input))) throw new SchemeInvalid("REQUIRED");
  const computed = indicators.filter(({ input }) => input === "TASK_COMPLETION" || input === "ATTENDANCE");
  if (computed.some(({ parameter }) => parameter === null || parameter <= 0)) throw new SchemeInvalid("PARAMETER");
  if (validFrom < today) throw new SchemeInvalid("DATE");
  return scheme;
}

/** The version in force on that day. */
export const schemeOn = (
  schemes: readonly AppraisalScheme[],
  audience: SchemeAudience,
  day: string,
): AppraisalScheme | null =>
  schemes
    .filter((each) => each.audience === audience && each.validFrom <= day)
    .sort((one, other) => one.version - other.version)
    .at(-1) ?? null;

/** What is known of somebody's work in a period. */
export interface WorkFacts {
  readonly visits: number;
  readonly attendance: AttendanceCount;
  /** Values of indicators that are not computed here, 0 to 100, by their code; such as the good rate in percent. */
  readonly given: ReadonlyMap<string, number>;
}

export interface ScoreLine {
  readonly indicator: Indicator;
  /** 0 to 100. */
  readonly value: number;
}

export class IndicatorValueInvalid extends DomainError {
  readonly code = "INDICATOR_VALUE_INVALID";
  constructor(code: string) {
    super(
      {
        zh: `请给出指标“${code}”的得分,0 至 100。`,
        en: "Give the value of this indicator, 0 to 100.",
      },
      { indicator: code },
      plans.R205,
    );
  }
}

const within = (value: number): number => Math.min(100, Math.max(0, value));

/** One line for each indicator. A day absent counts as five late. @throws IndicatorValueInvalid */
export function scoreLines({ indicators }: AppraisalScheme, facts: WorkFacts): ScoreLine[] {
  return indicators.map((indicator) => ({ indicator, value: markOf(indicator, facts) }));
}

function markOf({ code, input, parameter }: Indicator, { visits, attendance, given }: WorkFacts): number {
  const { late, leftEarly, absent } = attendance;
  if (input === "TASK_COMPLETION") return within((100 * visits) / (parameter ?? 1));
  if (input === "ATTENDANCE") return within(100 - (parameter ?? 0) * (late + leftEarly + 5 * absent));
  const value = given.get(code);
  if (value === undefined || !(value >= 0 && value <= 100)) throw new IndicatorValueInvalid(code);
  return value;
}

/** Σ weight × value / 100: 0 to 100. */
export const totalOf = (lines: readonly ScoreLine[]): number =>
  lines.reduce((sum, { indicator, value }) => sum + indicator.weight * value, 0) / 100;
