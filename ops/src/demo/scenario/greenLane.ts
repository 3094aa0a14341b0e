import type { Step } from "../step.js";
import { cast, HALL, person, WINDOW } from "./cast.js";

const MATTER = "taoshan-elderly-allowance";
const ticket = (windowId: string, lane: "NORMAL" | "GREEN") => ({ outletId: HALL, windowId, lane });

/** The first visitors; who needs the green lane comes first although others were there before (R103). */
export const greenLane: readonly Step[] = [
  { at: "08:30", who: cast.navigator, act: "takeTicket", with: ticket(WINDOW.two, "NORMAL") },
  { at: "08:31", who: cast.navigator, act: "takeTicket", with: ticket(WINDOW.one, "NORMAL") },
  { at: "08:31", who: cast.navigator, act: "takeTicket", with: ticket(WINDOW.three, "NORMAL") },
  { at: "08:32", who: cast.navigator, act: "takeTicket", with: ticket(WINDOW.two, "GREEN") },
  { at: "08:34", who: cast.windowTwoA, act: "callNextTicket", with: { windowId: WINDOW.two }, as: "elder" },
  {
    at: "08:36",
    who: cast.windowTwoA,
    act: "openCase",
    as: "elder",
    with: {
      windowId: WINDOW.two,
      visitId: "@elder.visitId",
      matterId: MATTER,
      applicant: person(7),
      situation: [{ question: "low-income", option: "yes" }],
      presentRequirementIds: `@guide.${MATTER}.all`,
    },
  },
  { at: "08:38", who: cast.windowTwoA, act: "acceptCase", with: { caseId: "@elder.caseId" } },
  { at: "08:40", who: cast.windowTwoA, act: "endVisit", with: { visitId: "@elder.visitId" }, as: "elder" },
  {
    at: "08:43",
    who: "visitor",
    act: "rateVisit",
    with: {
      visitId: "@elder.visitId",
      token: "@elder.token",
      grade: "VERY_SATISFIED",
      channel: "DEVICE",
      tags: ["WARM_SERVICE"],
    },
  },
  { at: "09:55", who: cast.navigator, act: "takeTicket", with: ticket(WINDOW.three, "NORMAL") },
];
