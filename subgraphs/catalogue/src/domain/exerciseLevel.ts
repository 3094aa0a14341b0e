/** GB/T 39046-2020 A.2: level at which a matter is exercised → its digit in an implementation code. */
export const exerciseLevelDigit = {
  NATION: "1",
  PROVINCE: "2",
  CITY: "3",
  COUNTY: "4",
  TOWN: "5",
  VILLAGE: "6",
  GRADED: "7",
} as const;

export type ExerciseLevel = keyof typeof exerciseLevelDigit;

const levelByDigit = new Map(
  Object.entries(exerciseLevelDigit).map(([level, digit]) => [digit, level as ExerciseLevel]),
);

export const exerciseLevelOf = (digit: string): ExerciseLevel | undefined =>
  levelByDigit.get(digit as (typeof exerciseLevelDigit)[ExerciseLevel]);
