import type { ClockTime } from "@yimen/workdays/clockTime";
import type { Step } from "../step.js";
import { cast, organisation, WINDOW } from "./cast.js";

const CAFE = "taoshan-internet-cafe";
const CLOSING = "taoshan-private-school-termination";
const PESTICIDE = "taoshan-pesticide-licence";
const PLAN = "taoshan-emergency-plan-record";

const openAndAccept = (
  at: readonly [ClockTime, ClockTime],
  who: string,
  windowId: string,
  name: string,
  matterId: string,
) =>
  [
    {
      at: at[0],
      who,
      act: "openCase",
      as: name,
      with: { windowId, matterId, applicant: organisation(5), presentRequirementIds: `@guide.${matterId}.all` },
    },
    { at: at[1], who, act: "acceptCase", with: { caseId: `@${name}.caseId` } },
  ] as const satisfies readonly Step[];

/** Not every case ends with a licence: withdrawn, refused at the window, denied; and one is left for tomorrow. */
export const otherEnds: readonly Step[] = [
  ...openAndAccept(["10:14", "10:16"], cast.windowThreeA, WINDOW.three, "cafe", CAFE),
  {
    at: "15:00",
    who: cast.windowThreeA,
    act: "withdrawCase",
    with: { caseId: "@cafe.caseId", reason: "申请人另选经营场所" },
  },

  ...openAndAccept(["08:56", "08:58"], cast.windowOneB, WINDOW.one, "closing", CLOSING),
  { at: "10:25", who: cast.educationApprover, act: "pickUpCase", with: { caseId: "@closing.caseId" } },
  {
    at: "15:20",
    who: cast.educationApprover,
    act: "decideCase",
    with: { caseId: "@closing.caseId", granted: false, reason: "在校学生尚未安置" },
    note: { zh: "不予许可，说明理由（R093）。", en: "Denied, with the reason (R093)." },
  },
  {
    at: "15:30",
    who: cast.educationApprover,
    act: "makeResult",
    with: { caseId: "@closing.caseId", documentNo: "示例-不予-001" },
  },
  { at: "15:34", who: cast.educationApprover, act: "issueResult", with: { caseId: "@closing.caseId" } },
  { at: "16:04", who: cast.windowOneB, act: "deliverResult", with: { caseId: "@closing.caseId" } },

  {
    at: "13:54",
    who: cast.windowTwoB,
    act: "openCase",
    as: "incomplete",
    with: { windowId: WINDOW.two, matterId: PESTICIDE, applicant: organisation(6), presentRequirementIds: [] },
  },
  {
    at: "13:58",
    who: cast.windowTwoB,
    act: "refuseAcceptance",
    with: { caseId: "@incomplete.caseId", reason: "未提交任何必要材料" },
  },

  ...openAndAccept(["16:20", "16:22"], cast.windowThreeA, WINDOW.three, "tomorrow", PLAN),
];
