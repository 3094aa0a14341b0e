import { readFileSync } from "node:fs";
import { act, keepNothing } from "./act.js";

export interface Progress {
  readonly status: string;
  readonly matter: { readonly name: string; readonly nameEn: string };
}

export interface BadReviews {
  readonly nodes: readonly {
    readonly id: string;
    readonly dueOn: string;
  }[];
}

/** What is only read. */
export const lookUps = {
  lookUpProgress: act<Progress | null>({
    zh: "凭编号和查询码查进度",
    en: "looks up progress by number and secret",
    // The bank is answered for its registered documents only, and so must send one of them letter by letter.
    document: readFileSync(new URL("../../../../partners/taoshan-bank/caseProgress.graphql", import.meta.url), "utf8"),
    tell: (seen) =>
      seen
        ? { zh: `${seen.matter.name}：${seen.status}`, en: `“${seen.matter.nameEn}”` }
        : { zh: "查无此件", en: "nothing found" },
    keep: keepNothing,
  }),
  lookAtApplicant: act<object | null>({
    zh: "查申请人",
    en: "looks for the applicant",
    document: "query ($caseId: ID!) { case(id: $caseId) { applicant { name } } }",
    tell: () => "",
    keep: keepNothing,
  }),
  findBadReview: act<BadReviews>({
    zh: "查看新差评",
    en: "looks at the new bad review",
    document: /* GraphQL */ `query ($outletId: ID!) {
      badReviews(outletId: $outletId, status: OPENED, first: 1) { nodes { id dueOn } }
    }`,
    tell: ({ nodes }) => (nodes[0] ? { zh: `${nodes[0].dueOn} 前反馈`, en: `due ${nodes[0].dueOn}` } : "—"),
    keep: ({ nodes }) => ({ badReviewId: nodes[0]?.id ?? null }),
  }),
};
