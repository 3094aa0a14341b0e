import type { Step } from "../step.js";
import { cast, organisation, WINDOW } from "./cast.js";

const MATTER = "taoshan-social-organisation-registration";
const FIRM = `@guide.${MATTER}.firm`;
const applicant = organisation(1);
const on = { caseId: "@social.caseId" };
const opening = { windowId: WINDOW.two, matterId: MATTER, applicant, presentRequirementIds: FIRM };

/** One registration of a social organisation, from the queue to its delivery: the case of docs/follow-one-case.md. */
export const registration: readonly Step[] = [
  {
    at: "08:41",
    who: cast.civilApprover,
    act: "openCase",
    with: opening,
    refused: "ACCEPTANCE_IS_EXCLUSIVE",
    note: { zh: "民政局想自己收件。", en: "The department tries to take the application itself." },
  },
  {
    at: "08:42",
    who: cast.windowTwoC,
    act: "openCase",
    with: opening,
    refused: "NOT_CERTIFIED",
    note: { zh: "窗口 C 岗未经民政局考核。", en: "Officer C has not been certified by civil affairs." },
  },
  { at: "08:44", who: cast.windowTwoA, act: "callNextTicket", with: { windowId: WINDOW.two }, as: "social" },
  {
    at: "08:45",
    who: cast.windowTwoA,
    act: "openCase",
    as: "social",
    with: { ...opening, visitId: "@social.visitId" },
  },
  {
    at: "08:46",
    who: cast.windowTwoA,
    act: "acceptCase",
    with: on,
    refused: "MATERIALS_MISSING",
    note: {
      zh: "缺一份可容缺的材料，且没有书面承诺。",
      en: "A material is missing, and there is no commitment to bring it.",
    },
  },
  {
    at: "08:48",
    who: cast.windowTwoA,
    act: "acceptCase",
    with: { ...on, committed: true },
    note: {
      zh: "申请人书面承诺：容缺受理（R060）。",
      en: "The applicant commits in writing: accepted, one to follow (R060).",
    },
  },
  { at: "08:52", who: cast.windowTwoA, act: "endVisit", with: { visitId: "@social.visitId" }, as: "social" },
  { at: "09:20", who: cast.civilApprover, act: "pickUpCase", with: on },
  {
    at: "09:50",
    who: cast.civilApprover,
    act: "requestCorrection",
    with: { ...on, requirementIds: [`@guide.${MATTER}.second`], reason: "章程草案缺少会费标准" },
  },
  {
    at: "11:10",
    who: cast.windowTwoB,
    act: "receiveCorrection",
    with: on,
    note: { zh: "B 岗替 A 岗办理。", en: "B acts for A." },
  },
  {
    at: "14:20",
    who: cast.windowTwoB,
    act: "receiveMaterials",
    with: { ...on, requirementIds: `@guide.${MATTER}.deferrable` },
  },
  { at: "14:44", who: cast.civilApprover, act: "decideCase", with: { ...on, granted: true } },
  {
    at: "14:48",
    who: cast.windowTwoB,
    act: "deliverResult",
    with: on,
    refused: "CASE_TRANSITION_NOT_ALLOWED",
    note: { zh: "结果还没有回到窗口。", en: "The document is not back at the window yet." },
  },
  { at: "15:05", who: cast.civilApprover, act: "makeResult", with: { ...on, documentNo: "示例-社团-001" } },
  { at: "15:15", who: cast.civilApprover, act: "issueResult", with: on },
  { at: "15:40", who: cast.windowTwoA, act: "deliverResult", with: on },
];
