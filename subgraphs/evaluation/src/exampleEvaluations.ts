import { type Calendar, isWorkingDay } from "@yimen/workdays/calendar";
import { daysFromTo, type PlainDate } from "@yimen/workdays/plainDate";
import type { EvaluationChannel, EvaluationEvent, EvaluationId } from "./domain/evaluation.js";
import { allGrades, isBad, type SatisfactionGrade } from "./domain/grade.js";
import type { SeededOpinion, SeededStaff } from "./seedFile.js";

type Given = Extract<EvaluationEvent, { type: "EvaluationGiven" }>;

const FROM = "2026-01-05" as PlainDate;
const TO = "2026-02-27" as PlainDate;
const channels: readonly EvaluationChannel[] = ["DEVICE", "QR", "APP", "DEVICE", "WEB", "SMS"];

/** The working days over which examples are spread. */
export const exampleDays = (calendar: Calendar): readonly PlainDate[] =>
  daysFromTo(FROM, TO).filter((day) => isWorkingDay(day, calendar));

/** The example evaluations of one member of staff: the same ones every time. */
export function exampleEvaluations(
  staff: SeededStaff,
  opinions: readonly SeededOpinion[],
  days: readonly PlainDate[],
): readonly Given[] {
  const grades = allGrades.flatMap((grade) => Array.from({ length: staff.grades[grade] ?? 0 }, () => grade));
  return grades.map((grade, index) => ({
    type: "EvaluationGiven",
    id: `example-evaluation-${staff.officerId}-${index + 1}` as EvaluationId,
    scope: "VISIT",
    subjectId: `example-visit-${staff.officerId}-${index + 1}`,
    caseIds: [],
    outletId: staff.outletId,
    windowId: staff.windowId,
    officerId: staff.officerId,
    actingForId: null,
    grade,
    channel: inTurn(channels, index),
    ...opinionOn(grade, staff, opinions, index),
    anonymous: true,
    realName: false,
    // 7 and the number of days have no common divisor, so that all days are used.
    givenOn: inTurn(days, index * 7 + staff.visits),
  }));
}

function opinionOn(grade: SatisfactionGrade, staff: SeededStaff, opinions: readonly SeededOpinion[], index: number) {
  if (isBad(grade)) {
    return { tags: staff.problem ? [staff.problem] : [], comment: null, commentState: "NONE" } as const;
  }
  const { tags, comment } = inTurn(
    opinions.filter((opinion) => opinion.grade === grade),
    index,
  );
  return { tags, comment, commentState: comment ? "PUBLISHED" : "NONE" } as const;
}

function inTurn<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length];
  if (value === undefined) throw new Error("Nothing to take in turn.");
  return value;
}
