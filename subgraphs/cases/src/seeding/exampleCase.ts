import { instantOfMinute, officeDay } from "@yimen/workdays/instant";
import { officialCalendar } from "@yimen/workdays/officialCalendar";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { addWorkingDays } from "@yimen/workdays/workingDays";
import type { Case, CaseId } from "../domain/case.js";
import type { CaseEvent } from "../domain/caseEvent.js";
import { decide } from "../domain/decide.js";
import type { DutyFacts } from "../domain/duty.js";
import { openedCase } from "../domain/openedCase.js";
import { allowedFrom } from "../domain/transitions.js";
import { type Visit, visitBy } from "../domain/visit.js";
import { type Chance, chance, uuidOf } from "./chance.js";
import { type Course, type CourseStep, courses } from "./courses.js";
import { exampleCommand } from "./exampleCommand.js";
import type { ExampleFacts } from "./exampleFacts.js";
import { exampleHistory } from "./exampleHistory.js";

/** A case with the history that led to it. */
export interface ExampleCase {
  readonly visit: Visit;
  /** The case after each event. */
  readonly states: readonly Case[];
  readonly events: readonly CaseEvent[];
}

/** Minutes since midnight at which people come: 8:30 to 11:30, and 13:30 to 16:50. */
const minuteOfWork = (dice: Chance) => (dice.whole(1, 2) === 1 ? dice.whole(510, 690) : dice.whole(810, 1_010));

/** The n-th example: opened on that day, and as far as it has come by now. `null` when it is not opened yet. */
export function exampleCase(facts: ExampleFacts, index: number, openedOn: PlainDate, now: Date): ExampleCase | null {
  const dice = chance(index + 1);
  const matter = dice.one(facts.matters);
  const duty = dice.one(facts.officers.filter(mayTake(matter.departmentId)));
  const approvers = facts.approversOf[matter.departmentId] ?? [];
  const by = dice.one(approvers.filter((staffId) => staffId !== duty.staffId));
  const course = courseBy(dice);
  let at = instantOfMinute(openedOn, minuteOfWork(dice));
  if (at >= now) return null;

  const lacking = matter.guide.materials.find(
    ({ deferrable }) => course.missing && deferrable === (course.missing === "deferrable"),
  );
  const visit = visitBy(duty, { id: uuidOf(`visit ${index}`), applicantId: null, ticketId: null, startedAt: at });
  const opened = openedCase({
    id: uuidOf(`case ${index}`) as CaseId,
    caseNo: `TAOSHAN-${openedOn.replaceAll("-", "")}-${900_001 + index}`,
    visitId: visit.id,
    at,
    duty,
    matter,
    situation: [],
    confidentiality: dice.whole(1, 40) === 1 ? "PERSONAL_PRIVACY" : "NONE",
    presentRequirementIds: matter.guide.materials.filter((one) => one !== lacking).map(({ id }) => id),
  });
  const told = exampleHistory(opened);
  for (const step of course.steps) {
    at = later(dice, at, step);
    if (at >= now) break;
    told.clockActs(at);
    const { current } = told;
    if (!(allowedFrom[step[0]] as readonly string[]).includes(current.status)) break;
    told.happens(decide(current, exampleCommand(step[0], { at, duty, by, current, granted: course.granted })));
  }
  told.clockActs(now);
  const leaves = new Date(visit.startedAt.getTime() + dice.whole(8, 25) * 60_000);
  const endedAt = leaves < now ? leaves : null;
  return { visit: { ...visit, endedAt, version: endedAt ? 2 : 1 }, states: told.states, events: told.events };
}

const mayTake =
  (departmentId: string) =>
  ({ certificates }: DutyFacts) =>
    certificates.some((one) => one.departmentId === departmentId);

function courseBy(dice: Chance): Course {
  const drawn = dice.whole(1, 100);
  let shares = 0;
  for (const course of courses) {
    shares += course.share;
    if (drawn <= shares) return course;
  }
  return courses[0] as Course;
}

function later(dice: Chance, at: Date, [, soonest, latest]: CourseStep): Date {
  const days = dice.whole(soonest, latest);
  if (days === 0) return new Date(at.getTime() + dice.whole(2, 9) * 60_000);
  const day = addWorkingDays(officeDay(at), days, officialCalendar);
  return instantOfMinute(day, minuteOfWork(dice));
}
