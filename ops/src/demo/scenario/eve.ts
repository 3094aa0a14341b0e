import type { Step } from "../step.js";
import { cast, organisation, person, WINDOW } from "./cast.js";

const FIREWORKS = "taoshan-fireworks-retail";
const CHANGE = "taoshan-social-organisation-change";
const TEACHER = "taoshan-teacher-qualification";

/** The afternoon before: what the day finds on the table, and one case that nobody will take up in time. */
export const eve: readonly Step[] = [
  {
    at: "16:49",
    who: cast.windowThreeA,
    act: "openCase",
    as: "forgotten",
    with: {
      windowId: WINDOW.three,
      matterId: FIREWORKS,
      applicant: organisation(901),
      presentRequirementIds: `@guide.${FIREWORKS}.all`,
    },
  },
  {
    at: "16:50",
    who: cast.windowThreeA,
    act: "acceptCase",
    with: { caseId: "@forgotten.caseId" },
    note: {
      zh: "承诺 1 个工作日：明天 17:00 前必须办结。没有人会来接这一件。",
      en: "Promised within one working day: until 17:00 tomorrow. Nobody is going to pick it up.",
    },
  },
  {
    at: "16:52",
    who: cast.windowTwoA,
    act: "openCase",
    as: "change",
    with: {
      windowId: WINDOW.two,
      matterId: CHANGE,
      applicant: organisation(902),
      presentRequirementIds: `@guide.${CHANGE}.all`,
    },
  },
  { at: "16:53", who: cast.windowTwoA, act: "acceptCase", with: { caseId: "@change.caseId" } },
  {
    at: "16:54",
    who: cast.windowOneA,
    act: "openCase",
    as: "teacher",
    with: {
      windowId: WINDOW.one,
      matterId: TEACHER,
      applicant: person(903),
      presentRequirementIds: `@guide.${TEACHER}.all`,
    },
  },
  { at: "16:55", who: cast.windowOneA, act: "acceptCase", with: { caseId: "@teacher.caseId" } },
  {
    at: "17:00",
    until: "WarningRaised",
    of: { caseId: "@forgotten.caseId", percent: 80 },
    note: {
      zh: "一日办结的件，收件当天下班即预警。",
      en: "Of a one-day promise the first warning comes at closing time.",
    },
  },
];
