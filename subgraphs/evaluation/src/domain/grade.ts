/** The five grades of satisfaction; 1 is best. GB/T 39046-2020 A.8. */
export type SatisfactionGrade =
  | "VERY_SATISFIED"
  | "SATISFIED"
  | "FAIRLY_SATISFIED"
  | "DISSATISFIED"
  | "VERY_DISSATISFIED";

/** Code, and names as the standard and we have them. */
export const grades = {
  VERY_SATISFIED: { code: 1, zh: "非常满意", en: "very satisfied" },
  SATISFIED: { code: 2, zh: "满意", en: "satisfied" },
  FAIRLY_SATISFIED: { code: 3, zh: "基本满意", en: "fairly satisfied" },
  DISSATISFIED: { code: 4, zh: "不满意", en: "dissatisfied" },
  VERY_DISSATISFIED: { code: 5, zh: "非常不满意", en: "very dissatisfied" },
} as const satisfies Record<SatisfactionGrade, { code: number; zh: string; en: string }>;

export const allGrades = Object.keys(grades) as readonly SatisfactionGrade[];

/** 差评: the grades 4 and 5, which must be followed up. */
export const isBad = (grade: SatisfactionGrade): boolean => grades[grade].code >= 4;
