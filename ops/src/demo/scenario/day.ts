import { inOrder, type Step } from "../step.js";
import { badReview } from "./badReview.js";
import { bank } from "./bank.js";
import { departments } from "./departments.js";
import { farm } from "./farm.js";
import { greenLane } from "./greenLane.js";
import { leave } from "./leave.js";
import { online } from "./online.js";
import { otherEnds } from "./otherEnds.js";
import { drawFrom } from "./random.js";
import { registration } from "./registration.js";
import { vacancy } from "./vacancy.js";
import { walkIns } from "./walkIns.js";

const doors: readonly Step[] = [
  { at: "08:30", note: { zh: "大厅开门。", en: "The doors open." } },
  { at: "12:00", note: { zh: "午休；银行网点照常。", en: "Lunch; the bank's outlet goes on." } },
  { at: "13:30", note: { zh: "下午开门。", en: "The doors open again." } },
];

/** The doors close; the clock tells what was not done in time (R131). */
const closing: readonly Step[] = [
  {
    at: "17:00",
    until: "WarningRaised",
    of: { caseId: "@forgotten.caseId", percent: 100 },
    note: { zh: "昨天那一件超过承诺时限。", en: "Yesterday's case is past its promise." },
  },
  { at: "17:00", until: "WarningRaised", of: { caseId: "@tomorrow.caseId", percent: 80 } },
];

/** One day in the hall, from 08:25 to 17:05: the stories, and so many who come by chance. */
export const day = (seed: number, visitors: number): Step[] =>
  inOrder([
    ...doors,
    ...greenLane,
    ...registration,
    ...badReview,
    ...farm,
    ...departments,
    ...leave,
    ...vacancy,
    ...online,
    ...otherEnds,
    ...bank,
    ...walkIns(visitors, drawFrom(seed)),
    ...closing,
  ]);
