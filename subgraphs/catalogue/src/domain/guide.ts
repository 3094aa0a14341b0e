import type { TimeLimit } from "@yimen/workdays/timeLimit";
import type { FormField } from "./form.js";
import type { MaterialRequirement } from "./material.js";
import type { SituationQuestion } from "./situation.js";

/** GB/T 39046-2020 A.6: done at once, or promised within a limit. */
export type CaseKind = "INSTANT" | "PROMISED" | "OTHER";

/** Whether one person accepts and another decides (受审分离), or one does all of it (一环节审批). */
export type DecisionMode = "SEPARATED" | "SINGLE_STEP";

export interface ProcessStep {
  readonly name: string;
  readonly limit: TimeLimit | null;
  /** Whose step it is, such as 窗口 or 属事单位. */
  readonly role: string;
  readonly standard: string;
  readonly result: string;
}

export interface Fee {
  readonly charged: boolean;
  readonly item: string | null;
  /** Amount and unit in words; `null` when nothing is charged. */
  readonly standard: string | null;
  readonly basis: string | null;
  readonly reduction: string | null;
}

/** GB/T 39046-2020 A.7: prolonging, or hearings, inspections, appraisals and the like, which stop the clock. */
export type SpecialProcedureKind = "EXTENSION" | "OTHER";

export interface SpecialProcedure {
  readonly kind: SpecialProcedureKind;
  readonly name: string;
  readonly limit: TimeLimit | null;
}

/** Everything a guide tells; identical at every outlet and online (R027, R059). */
export interface GuideContent {
  readonly kind: CaseKind;
  readonly decisionMode: DecisionMode;
  /** Reported upwards by the director and decided by the higher authority. */
  readonly important: boolean;
  /** What the law allows; `null` where it sets no limit. */
  readonly statutoryLimit: TimeLimit | null;
  readonly promisedLimit: TimeLimit;
  readonly onSiteVisits: number;
  readonly legalBases: readonly string[];
  readonly acceptanceConditions: readonly string[];
  readonly reviewPoints: readonly string[];
  readonly materials: readonly MaterialRequirement[];
  /** What the application form asks beside the applicant; left out by guides older than this. */
  readonly formFields?: readonly FormField[];
  /** Questions that decide which conditional materials are needed (情形); left out where there are none. */
  readonly questions?: readonly SituationQuestion[];
  readonly steps: readonly ProcessStep[];
  readonly fee: Fee;
  readonly specialProcedures: readonly SpecialProcedure[];
  readonly intermediaryServices: readonly string[];
}

/** One published guide of one matter: never changed afterwards, so that a case can rely on the one it was accepted under. */
export interface GuideVersion extends GuideContent {
  readonly id: string;
  readonly matterId: string;
  /** Counts the matter's guides from 1. */
  readonly version: number;
  readonly effectiveFrom: Date;
  /** First instant at which it no longer holds; `null` while no successor is published. */
  readonly effectiveTo: Date | null;
  readonly publishedAt: Date;
  /** Who published it. */
  readonly publishedBy: string;
}
