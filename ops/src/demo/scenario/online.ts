import type { Step } from "../step.js";
import { applicantOnline, cast, HALL, WINDOW } from "./cast.js";

const MATTER = "taoshan-social-organisation-registration";
const on = { caseId: "@online.caseId" };
const application = {
  matterId: MATTER,
  outletId: HALL,
  applicant: { kind: "ORGANISATION", name: "测试-桃山-组织-9", phone: "0464-0000001" },
  materials: `@guide.${MATTER}.files`,
  form: `@guide.${MATTER}.form`,
};
const rating = { caseNo: "@online.caseNo", grade: "VERY_SATISFIED", channel: "APP", tags: [] };

/** One application from handing in to rating, for which nobody comes to the hall (R064, R115). */
export const online: readonly Step[] = [
  {
    at: "08:55",
    who: applicantOnline,
    act: "handInOnline",
    with: { ...application, materials: [] },
    refused: "MATERIALS_MISSING",
    note: { zh: "缺什么，当场一次性告知。", en: "What is missing is told at once." },
  },
  { at: "08:56", who: applicantOnline, act: "handInOnline", as: "online", with: application },
  {
    at: "09:01",
    who: cast.windowTwoB,
    act: "acceptCase",
    with: on,
    refused: "CASE_NOT_TAKEN_UP",
    note: { zh: "网上申请先由窗口认领。", en: "A window takes up what waits online first." },
  },
  { at: "09:02", who: cast.windowTwoB, act: "takeUpCase", with: { ...on, windowId: WINDOW.two } },
  {
    at: "09:05",
    who: cast.windowTwoB,
    act: "requestCorrection",
    with: { ...on, requirementIds: [`@guide.${MATTER}.second`], reason: "章程草案缺少会费标准" },
  },
  {
    at: "09:40",
    who: applicantOnline,
    act: "supplyMaterials",
    with: { ...on, materials: [`@guide.${MATTER}.secondFile`] },
  },
  { at: "09:44", who: cast.windowTwoB, act: "acceptCase", with: on },
  { at: "10:20", who: cast.civilApprover, act: "pickUpCase", with: on },
  { at: "14:50", who: cast.civilApprover, act: "decideCase", with: { ...on, granted: true } },
  { at: "15:06", who: cast.civilApprover, act: "makeResult", with: { ...on, documentNo: "示例-社团-002" } },
  { at: "15:16", who: cast.civilApprover, act: "issueResult", with: on },
  { at: "15:42", who: cast.windowTwoA, act: "deliverResult", with: { ...on, method: "ELECTRONIC" } },
  {
    at: "15:50",
    who: applicantOnline,
    act: "rateMatter",
    with: rating,
    note: { zh: "一次也没有跑。", en: "Nobody came even once." },
  },
];
