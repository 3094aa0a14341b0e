import { readFileSync } from "node:fs";
import type { SatisfactionGrade } from "./domain/grade.js";
import type { EvaluationTag, ProblemCategory } from "./domain/tag.js";

/** What is said of one member of staff, as `seed/evaluations.json` has it. */
export interface SeededStaff {
  readonly outletId: string;
  readonly windowId: string;
  readonly officerId: string;
  /** Who verified what was rectified. */
  readonly checkerId: string;
  /** Visits that ended, evaluated or not. */
  readonly visits: number;
  readonly grades: Readonly<Partial<Record<SatisfactionGrade, number>>>;
  /** What the bad ones are about. */
  readonly problem: ProblemCategory | null;
}

/** A way to put a good grade, as `seed/opinions.json` has it. */
export interface SeededOpinion {
  readonly grade: SatisfactionGrade;
  readonly tags: readonly EvaluationTag[];
  readonly comment: string | null;
}

const read = <T>(name: string): readonly T[] =>
  JSON.parse(readFileSync(new URL(`../seed/${name}`, import.meta.url), "utf8")) as T[];

export const readSeededStaff = () => read<SeededStaff>("evaluations.json");
export const readSeededOpinions = () => read<SeededOpinion>("opinions.json");
