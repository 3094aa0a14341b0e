import { minuteOf, timeOfMinute } from "@yimen/workdays/clockTime";
import type { Step } from "../step.js";
import { cast, HALL, organisation, WINDOW } from "./cast.js";
import type { Draw } from "./random.js";

interface Place {
  readonly windowId: string;
  readonly officer: string;
  /** Matters taken there, with whoever decides them. */
  readonly matters: readonly (readonly [matterId: string, approver: string])[];
}

const places: readonly Place[] = [
  {
    windowId: WINDOW.one,
    officer: cast.windowOneB,
    matters: [
      ["taoshan-teacher-qualification", cast.educationApprover],
      ["taoshan-kindergarten-change", cast.educationApprover],
    ],
  },
  {
    windowId: WINDOW.two,
    officer: cast.windowTwoD,
    matters: [
      ["taoshan-pesticide-licence-change", cast.agricultureApprover],
      ["taoshan-social-organisation-deregistration", cast.civilApprover],
    ],
  },
  {
    windowId: WINDOW.three,
    officer: cast.windowThreeB,
    matters: [
      ["taoshan-fireworks-retail-change", cast.emergencyApprover],
      ["taoshan-emergency-plan-record", cast.emergencyApprover],
      ["taoshan-commercial-performance", cast.cultureApprover],
    ],
  },
];

const LAST = minuteOf("16:25"); // what would come later stays for tomorrow

/** Whoever else comes in: so many visitors, the same ones for the same draw. */
export const walkIns = (count: number, draw: Draw): Step[] =>
  Array.from({ length: count }, (_, index) => visitor(index, draw)).flat();

function visitor(index: number, draw: Draw): Step[] {
  const name = `walkIn${index + 1}`;
  const place = draw.one(places);
  const [matterId, approver] = draw.one(place.matters);
  const { windowId, officer } = place;
  const after = passing(draw);
  const on = { caseId: `@${name}.caseId` };
  const visit = { visitId: `@${name}.visitId` };
  const arrives = draw.share() < 0.55 ? minuteOf("08:50") + draw.below(125) : minuteOf("13:32") + draw.below(120);
  const lane = draw.share() < 0.15 ? "GREEN" : "NORMAL";
  const opening = { ...visit, windowId, matterId, applicant: organisation(100 + index) };
  const steps: (Step | null)[] = [
    after(arrives, 0, { who: cast.navigator, act: "takeTicket", with: { outletId: HALL, windowId, lane } }),
    after(arrives, 4, { who: officer, act: "callNextTicket", with: { windowId }, as: name }),
    after(arrives, 7, {
      who: officer,
      act: "openCase",
      as: name,
      with: { ...opening, presentRequirementIds: `@guide.${matterId}.all` },
    }),
    after(arrives, 9, { who: officer, act: "acceptCase", with: on }),
    after(arrives, 12, { who: officer, act: "endVisit", with: visit, as: name }),
    draw.share() < 0.6 ? after(arrives, 14, rating(name, draw)) : null,
    after(arrives, 25, { who: approver, act: "pickUpCase", with: on }),
    after(arrives, 45, { who: approver, act: "decideCase", with: { ...on, granted: true } }),
    after(arrives, 55, { who: approver, act: "makeResult", with: { ...on, documentNo: `示例-${100 + index}` } }),
    after(arrives, 60, { who: approver, act: "issueResult", with: on }),
    after(arrives, 75, { who: officer, act: "deliverResult", with: on }),
  ];
  const done = 6 + Math.max(draw.below(6), draw.below(6)); // most are finished today, some stay on somebody's desk
  return steps.slice(0, done).filter((step) => step !== null);
}

const rating = (name: string, draw: Draw) =>
  ({
    who: "visitor",
    act: "rateVisit",
    with: {
      visitId: `@${name}.visitId`,
      token: `@${name}.token`,
      grade: draw.one(["VERY_SATISFIED", "VERY_SATISFIED", "SATISFIED", "FAIRLY_SATISFIED"]),
      channel: draw.one(["DEVICE", "QR"]),
    },
  }) as const;

type Untimed<S> = S extends Step ? Omit<S, "at"> : never;

/** Office time that passes: nobody works at lunch, nobody is at window 3 while it is vacant. */
function passing(draw: Draw) {
  const slow = draw.below(6);
  let latest = 0;
  return (arrives: number, wait: number, step: Untimed<Step>): Step | null => {
    let at = Math.max(latest, arrives + wait + (wait > 20 ? slow : 0));
    const vacant = "who" in step && step.who === cast.windowThreeB && at >= minuteOf("11:15") && at < minuteOf("11:40");
    if (vacant) at = minuteOf("11:41");
    if (at >= minuteOf("11:56") && at < minuteOf("13:32")) at += minuteOf("01:38");
    latest = at + 1;
    return at > LAST + 30 ? null : ({ ...step, at: timeOfMinute(at) } as Step);
  };
}
