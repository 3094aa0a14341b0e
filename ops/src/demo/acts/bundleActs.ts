import type { Bilingual } from "@yimen/kernel/errors";
import { act, keepNothing, mutation } from "./act.js";

export interface BundleAnswer {
  readonly id: string;
  readonly bundleNo: string;
  readonly dueOn: string | null;
  readonly bundle: { readonly name: string; readonly nameEn: string };
  readonly visit: { readonly id: string };
  readonly cases: readonly { readonly id: string; readonly matter: { readonly name: string } }[];
}

const BUNDLE = "id bundleNo dueOn bundle { name nameEn } visit { id } cases { id matter { name } }";

const tellBundle = ({ bundle, bundleNo, cases }: BundleAnswer): Bilingual => ({
  zh: `${bundle.name}（${bundleNo}）：一次提交，${cases.length} 个事项`,
  en: `“${bundle.nameEn}”, ${cases.length} matters at once`,
});

/** One thing handed in once (R069). */
export const bundleActs = {
  submitBundle: act<{ readonly bundleCase: BundleAnswer }>({
    zh: "一件事收件",
    en: "takes in",
    document: mutation("submitBundle", `bundleCase { ${BUNDLE} }`),
    tell: ({ bundleCase }) => tellBundle(bundleCase),
    keep: ({ bundleCase: { id, visit, cases } }) => ({
      bundleCaseId: id,
      visitId: visit.id,
      firstCaseId: cases[0]?.id ?? null,
    }),
  }),
  acceptBundle: act<BundleAnswer>({
    zh: "一并受理",
    en: "accepts all of",
    document: mutation("acceptBundle", BUNDLE),
    tell: (accepted) => ({
      zh: `${tellBundle(accepted).zh}，${accepted.dueOn} 前全部办结`,
      en: `${tellBundle(accepted).en}, due ${accepted.dueOn}`,
    }),
    keep: keepNothing,
  }),
};
