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
    refused: "DOCUMENT_NOT_TRUSTED",
    note: { zh: "合作网点只能用登记过的查询。", en: "A partner is answered for its registered documents only." },
  },
  { at: "15:50", who: "bank", act: "lookUpProgress", with: receipt },
];
