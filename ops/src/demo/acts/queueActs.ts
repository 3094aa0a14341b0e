import { act, keepNothing, mutation, tellNothing } from "./act.js";

export interface Visit {
  readonly id: string;
  readonly ticket: { readonly number: string } | null;
}

const LANES = { NORMAL: "", GREEN: "（绿色通道 green lane）" };

/** Tickets, calls and visits. */
export const queueActs = {
  takeTicket: act<{ id: string; number: string; lane: keyof typeof LANES }>({
    zh: "取号",
    en: "draws a ticket",
    document: mutation("takeTicket", "id number lane"),
    tell: ({ number, lane }) => `${number}${LANES[lane]}`,
    keep: ({ id }) => ({ ticketId: id }),
  }),
  callNextTicket: act<Visit | null>({
    zh: "叫号",
    en: "calls the next ticket",
    document: mutation("callNextTicket", "id ticket { number }"),
    tell: (visit) => visit?.ticket?.number ?? { zh: "（无人等候）", en: "(nobody waits)" },
    keep: (visit) => ({ visitId: visit?.id ?? null }),
  }),
  endVisit: act<{ evaluationToken: string }>({
    zh: "送别办事人",
    en: "sees the visitor off",
    document: mutation("endVisit", "evaluationToken"),
    tell: tellNothing,
    keep: ({ evaluationToken }) => ({ token: evaluationToken }),
  }),
  rateVisit: act<{ grade: string }>({
    zh: "评价本次服务",
    en: "rates the visit",
    document: mutation("rateVisit", "grade"),
    tell: ({ grade }) => GRADES[grade] ?? grade,
    keep: keepNothing,
  }),
};

const GRADES: Readonly<Record<string, { zh: string; en: string }>> = {
  VERY_SATISFIED: { zh: "非常满意", en: "very satisfied" },
  SATISFIED: { zh: "满意", en: "satisfied" },
  FAIRLY_SATISFIED: { zh: "基本满意", en: "fairly satisfied" },
  DISSATISFIED: { zh: "不满意", en: "dissatisfied" },
  VERY_DISSATISFIED: { zh: "非常不满意", en: "very dissatisfied" },
};
