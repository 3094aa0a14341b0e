import { act, keepNothing, mutation, step, tellNothing } from "./act.js";

export interface HandedIn {
  readonly case: {
    readonly id: string;
    readonly caseNo: string;
    readonly matter: { readonly name: string; readonly nameEn: string };
  };
  readonly receipt: { readonly secret: string };
}

/** Without coming (R064). */
export const onlineActs = {
  handInOnline: act<HandedIn>({
    zh: "网上申办",
    en: "hands in online",
    document: mutation("handInOnline", "case { id caseNo matter { name nameEn } } receipt { secret }"),
    tell: ({ case: { caseNo, matter } }) => ({ zh: `${matter.name}（${caseNo}）`, en: `“${matter.nameEn}”` }),
    keep: ({ case: { id, caseNo }, receipt }) => ({ caseId: id, caseNo, secret: receipt.secret }),
  }),
  takeUpCase: step("takeUpCase", { zh: "认领网上申请", en: "takes up the online case" }),
  supplyMaterials: step("supplyMaterials", { zh: "网上补正", en: "puts it right online" }),
  rateMatter: act<{ grade: string }>({
    zh: "评价网上办件",
    en: "rates the online case",
    document: mutation("rateMatter", "grade"),
    tell: tellNothing,
    keep: keepNothing,
  }),
};
