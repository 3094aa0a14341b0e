import type { Step } from "../step.js";

const receipt = { caseNo: "@social.caseNo", secret: "@social.secret" };

/** A bank's outlet helps a customer to look up the case: by number and secret, and never who applies (R016, R211). */
export const bank: readonly Step[] = [
  { at: "12:10", who: "bank", act: "lookUpProgress", with: { ...receipt, secret: "WRONGWRONG22" } },
  { at: "12:15", who: "bank", act: "lookUpProgress", with: receipt },
  {
    at: "12:20",
    who: "bank",
    act: "lookAtApplicant",
    with: { caseId: "@social.caseId" },
    refused: "UNAUTHORIZED_FIELD_OR_TYPE",
    note: { zh: "合作网点看不到个人信息。", en: "A partner sees no personal data." },
  },
  { at: "15:50", who: "bank", act: "lookUpProgress", with: receipt },
];
