import type { CaseCommandType } from "../domain/caseCommand.js";

/** One step of an example: a command, and how many working days after the step before, from and to. */
export type CourseStep = readonly [CaseCommandType, number, number];

/** What becomes of an application. */
export interface Course {
  /** How many of a hundred cases go this way. */
  readonly share: number;
  /** What is missing when it is handed in: the material that may follow later, one that may not, or nothing. */
  readonly missing: "deferrable" | "required" | null;
  readonly granted: boolean;
  readonly steps: readonly CourseStep[];
}

const issued = [
  ["makeResult", 0, 1],
  ["issueResult", 0, 0],
  ["deliver", 0, 2],
] as const satisfies readonly CourseStep[];
const begun = [
  ["accept", 0, 0],
  ["pickUp", 0, 1],
] as const satisfies readonly CourseStep[];

const complete = { missing: null, granted: true } as const;

export const courses: readonly Course[] = [
  { ...complete, share: 52, steps: [...begun, ["decide", 1, 3], ...issued] },
  {
    ...complete,
    share: 10,
    steps: [...begun, ["requestCorrection", 1, 1], ["receiveCorrection", 1, 3], ["decide", 1, 2], ...issued],
  },
  {
    ...complete,
    share: 8,
    missing: "deferrable",
    steps: [...begun, ["receiveMaterials", 1, 2], ["decide", 1, 2], ...issued],
  },
  { ...complete, share: 3, missing: "deferrable", steps: [...begun, ["decide", 1, 2]] },
  {
    ...complete,
    share: 5,
    missing: "required",
    steps: [["receiveMaterials", 1, 2], ...begun, ["decide", 1, 3], ...issued],
  },
  {
    ...complete,
    share: 5,
    steps: [...begun, ["startSpecialProcedure", 0, 1], ["endSpecialProcedure", 2, 6], ["decide", 1, 2], ...issued],
  },
  { ...complete, share: 3, steps: [...begun, ["extend", 2, 3], ["decide", 3, 8], ...issued] },
  { ...complete, share: 2, steps: [...begun, ["decide", 12, 24], ...issued] },
  { ...complete, share: 5, granted: false, steps: [...begun, ["decide", 1, 3], ...issued] },
  {
    ...complete,
    share: 4,
    steps: [
      ["accept", 0, 0],
      ["withdraw", 1, 2],
      ["feedBack", 0, 0],
    ],
  },
  {
    ...complete,
    share: 3,
    missing: "required",
    steps: [
      ["refuseAcceptance", 1, 2],
      ["feedBack", 0, 0],
    ],
  },
];
