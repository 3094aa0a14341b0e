import type { Rule } from "@yimen/kernel/errors";
import type { FindingKind } from "./inspection.js";

const staffRegulation = "《基层政务服务人员队伍建设管理办法(试行)》第十四条";

/** What an inspector looks at (R148, R176, R177): norms of service that no system can enforce, only a visit can see. */
export const serviceNorms = [
  "FOUR_ZERO_PROMISE",
  "DRESS",
  "MANNER",
  "INTEGRITY",
  "ATTITUDE",
  "NO_SHIFTING",
  "POLITE_LANGUAGE",
  "MANDARIN",
] as const;
export type ServiceNorm = (typeof serviceNorms)[number];

interface Norm extends Rule {
  readonly en: string;
  /** What it is called when it is not kept. */
  readonly finding: FindingKind;
}

const norm = (id: string, sentence: string, en: string, finding: FindingKind = "NORM_NOT_KEPT"): Norm => ({
  id,
  sentence,
  source: staffRegulation,
  en,
  finding,
});

/** The sentences as the documents have them. */
export const norms: Readonly<Record<ServiceNorm, Norm>> = {
  FOUR_ZERO_PROMISE: {
    ...norm("R148", "业务办理过程遵守“四零服务承诺”", "keeps the four-zero service promise", "PROMISE_BROKEN"),
    source: "桃政办发〔2021〕24号《桃山区政务服务事项集中办理实施方案》",
  },
  DRESS: norm("R176", "着装应端庄、大方、得体、整洁", "dresses properly"),
  MANNER: norm("R176", "行为举止应温和、谦恭、庄重、得体", "behaves with composure"),
  INTEGRITY: norm("R177", "要廉洁自律,不得吃、拿、卡、要,为难服务对象", "asks for no favours"),
  ATTITUDE: norm("R176", "接待服务对象应主动、礼貌、耐心、热情", "is polite, patient and warm"),
  NO_SHIFTING: norm(
    "R176",
    "不能解答或处理的问题,要及时告知,不得推诿、搪塞",
    "does not send people from one to another",
  ),
  POLITE_LANGUAGE: norm("R176", "使用窗口规范化文明用语,语调适中,语气平和,语言亲切", "uses polite language"),
  MANDARIN: norm("R176", "提倡讲普通话", "is encouraged to speak standard Chinese"),
};

/** One norm as it was found on the spot. */
export interface NormCheck {
  readonly norm: ServiceNorm;
  readonly kept: boolean;
  /** What was seen; must be said where the norm was not kept. */
  readonly note: string;
}

/** Kept over checked, 0..1; `null` while nothing was checked. */
export const normScore = (checks: readonly NormCheck[]): number | null =>
  checks.length === 0 ? null : checks.filter(({ kept }) => kept).length / checks.length;
