import type { Bilingual } from "@yimen/kernel/errors";
import { act, keepNothing, mutation } from "./act.js";

export interface CaseAnswer {
  readonly id: string;
  readonly caseNo: string;
  readonly dueOn: string | null;
  readonly matter: { readonly name: string; readonly nameEn: string };
  readonly visit: { readonly id: string };
}

export interface Opened {
  readonly case: CaseAnswer;
  readonly receipt: { readonly secret: string };
}

const CASE = "id caseNo dueOn matter { name nameEn } visit { id }";

const tellCase = ({ caseNo, matter }: CaseAnswer): Bilingual => ({
  zh: `${matter.name}（${caseNo}）`,
  en: `“${matter.nameEn}”`,
});

/** A step of a case that is there already. */
const step = (name: string, text: Bilingual, input?: string) =>
  act<CaseAnswer>({ ...text, document: mutation(name, CASE, input), tell: tellCase, keep: keepNothing });

/** From the window to the department and back. */
export const caseActs = {
  openCase: act<Opened>({
    zh: "收件",
    en: "takes in",
    document: mutation("openCase", `case { ${CASE} } receipt { secret }`),
    tell: (opened) => tellCase(opened.case),
    keep: ({ case: { id, caseNo, visit }, receipt }) => ({
      caseId: id,
      caseNo,
      visitId: visit.id,
      secret: receipt.secret,
    }),
  }),
  acceptCase: act<CaseAnswer>({
    zh: "受理",
    en: "accepts",
    document: mutation("acceptCase", CASE),
    tell: (accepted) => {
      const { zh, en } = tellCase(accepted);
      return { zh: `${zh}，${accepted.dueOn} 前办结`, en: `${en}, due ${accepted.dueOn}` };
    },
    keep: keepNothing,
  }),
  refuseAcceptance: step("refuseAcceptance", { zh: "不予受理", en: "refuses to accept" }, "ReasonInput"),
  receiveMaterials: step(
    "receiveMaterials",
    { zh: "补收容缺材料", en: "takes in what was to follow" },
    "MaterialsInput",
  ),
  receiveCorrection: step(
    "receiveCorrection",
    { zh: "收到补正，时钟继续", en: "takes in the correction" },
    "CaseInput",
  ),
  deliverResult: step("deliverResult", { zh: "出件送达", en: "delivers the result of" }),
  withdrawCase: step(
    "withdrawCase",
    { zh: "为申请人办理撤回", en: "withdraws, as the applicant asks," },
    "ReasonInput",
  ),
  pickUpCase: step("pickUpCase", { zh: "接件审查", en: "picks up" }, "CaseInput"),
  requestCorrection: step("requestCorrection", { zh: "一次性告知补正，时钟暂停", en: "asks for a correction of" }),
  startSpecialProcedure: step(
    "startSpecialProcedure",
    { zh: "启动特别程序，时钟暂停", en: "starts a special procedure for" },
    "ReasonInput",
  ),
  endSpecialProcedure: step("endSpecialProcedure", {
    zh: "特别程序结束，时钟继续",
    en: "ends the special procedure of",
  }),
  reportUp: step("reportUp", { zh: "审核上报", en: "reports to the head of the department" }),
  decideCase: step("decideCase", { zh: "作出决定", en: "decides" }),
  makeResult: step("makeResult", { zh: "制证", en: "makes the document of" }),
  issueResult: step("issueResult", { zh: "结果回送窗口", en: "hands back the result of" }, "CaseInput"),
};
