import type { Step } from "../step.js";
import { cast, organisation, WINDOW } from "./cast.js";

const FIREWORKS = "taoshan-fireworks-retail";
const CHEMICALS = "taoshan-hazardous-chemicals";
const retail = { caseId: "@retail.caseId" };
const chemicals = { caseId: "@chemicals.caseId" };
const opening = (name: string, matterId: string, number: number) => ({
  visitId: `@${name}.visitId`,
  windowId: WINDOW.three,
  matterId,
  applicant: organisation(number),
  presentRequirementIds: `@guide.${matterId}.all`,
});

/** Behind the window: a site inspection that stops the clock, and a matter too important for its approver (R128). */
export const departments: readonly Step[] = [
  { at: "09:02", who: cast.windowThreeA, act: "callNextTicket", with: { windowId: WINDOW.three }, as: "retail" },
  { at: "09:04", who: cast.windowThreeA, act: "openCase", as: "retail", with: opening("retail", FIREWORKS, 3) },
  { at: "09:06", who: cast.windowThreeA, act: "acceptCase", with: retail },
  { at: "09:12", who: cast.windowThreeA, act: "endVisit", with: { visitId: "@retail.visitId" } },
  { at: "09:25", who: cast.emergencyApprover, act: "pickUpCase", with: retail },
  { at: "09:40", who: cast.emergencyApprover, act: "startSpecialProcedure", with: { ...retail, reason: "现场核查" } },
  { at: "13:45", who: cast.emergencyApprover, act: "endSpecialProcedure", with: { ...retail, result: "符合安全条件" } },
  { at: "14:05", who: cast.emergencyApprover, act: "decideCase", with: { ...retail, granted: true } },
  { at: "14:12", who: cast.emergencyApprover, act: "makeResult", with: { ...retail, documentNo: "示例-烟花-001" } },
  { at: "14:16", who: cast.emergencyApprover, act: "issueResult", with: retail },
  { at: "14:35", who: cast.windowThreeA, act: "deliverResult", with: retail },

  { at: "10:02", who: cast.windowThreeA, act: "callNextTicket", with: { windowId: WINDOW.three }, as: "chemicals" },
  { at: "10:04", who: cast.windowThreeA, act: "openCase", as: "chemicals", with: opening("chemicals", CHEMICALS, 4) },
  { at: "10:06", who: cast.windowThreeA, act: "acceptCase", with: chemicals },
  { at: "10:11", who: cast.windowThreeA, act: "endVisit", with: { visitId: "@chemicals.visitId" } },
  { at: "10:20", who: cast.emergencyApprover, act: "pickUpCase", with: chemicals },
  {
    at: "10:55",
    who: cast.emergencyApprover,
    act: "decideCase",
    with: { ...chemicals, granted: true },
    refused: "IMPORTANT_MATTER_GOES_UP",
    note: { zh: "重大事项须报部门负责人。", en: "An important matter goes up to the head of the department." },
  },
  { at: "11:02", who: cast.emergencyApprover, act: "reportUp", with: { ...chemicals, opinion: "建议准予" } },
  { at: "15:45", who: cast.emergencyHead, act: "decideCase", with: { ...chemicals, granted: true } },
];
