import { DomainError } from "@yimen/kernel/errors";
import { isBad, type SatisfactionGrade } from "./grade.js";

/** What a bad review, a complaint or a finding is about; reviews of one category make a systemic issue. */
export type ProblemCategory =
  | "ATTITUDE"
  | "SKILL"
  | "WAITING"
  | "ABSENCE"
  | "NO_ONE_TIME_NOTICE"
  | "NEEDLESS_MATERIALS"
  | "OVERDUE"
  | "FEES"
  | "INTEGRITY"
  | "FACILITIES"
  | "ONLINE_SYSTEM"
  | "OTHER";

export type Praise = "WARM_SERVICE" | "EFFICIENT" | "ONE_VISIT" | "FEW_MATERIALS" | "CLEAR_GUIDE" | "EASY_ONLINE";

/** What an applicant may tick beside the grade. One list for every channel and place: no local additions. */
export type EvaluationTag = Praise | ProblemCategory;

interface Label {
  readonly zh: string;
  readonly en: string;
}

/** 吃拿卡要 is a category of its own (R177). */
export const problemCategories = {
  ATTITUDE: { zh: "服务态度差", en: "unfriendly" },
  SKILL: { zh: "业务不熟练", en: "does not know the business" },
  WAITING: { zh: "排队时间长", en: "long wait" },
  ABSENCE: { zh: "窗口无人", en: "nobody at the window" },
  NO_ONE_TIME_NOTICE: { zh: "未一次性告知", en: "not told everything at once" },
  NEEDLESS_MATERIALS: { zh: "材料要求多余", en: "needless materials asked for" },
  OVERDUE: { zh: "超过承诺时限", en: "later than promised" },
  FEES: { zh: "违规收费", en: "unlawful fees" },
  INTEGRITY: { zh: "吃拿卡要", en: "favours asked for" },
  FACILITIES: { zh: "设施设备不便", en: "poor facilities" },
  ONLINE_SYSTEM: { zh: "网上办事不便", en: "online service does not work" },
  OTHER: { zh: "其他问题", en: "something else" },
} as const satisfies Record<ProblemCategory, Label>;

export const praises = {
  WARM_SERVICE: { zh: "服务热情", en: "warm service" },
  EFFICIENT: { zh: "办事高效", en: "efficient" },
  ONE_VISIT: { zh: "一次办结", en: "done in one visit" },
  FEW_MATERIALS: { zh: "材料精简", en: "few materials" },
  CLEAR_GUIDE: { zh: "指引清楚", en: "clear guidance" },
  EASY_ONLINE: { zh: "网上好办", en: "easy online" },
} as const satisfies Record<Praise, Label>;

/** A tag that says the opposite of the grade: praise in a bad review, a problem in a very good one. */
export class TagDoesNotFitGrade extends DomainError {
  readonly code = "TAG_DOES_NOT_FIT_GRADE";
  constructor(grade: SatisfactionGrade, tags: readonly EvaluationTag[]) {
    super(
      { zh: "评价标签与所选满意度不符,请重新选择。", en: "These tags do not fit the grade; please choose again." },
      { grade, tags },
    );
  }
}

const isProblem = (tag: EvaluationTag): tag is ProblemCategory => tag in problemCategories;

/** @throws TagDoesNotFitGrade */
export function checkTags(grade: SatisfactionGrade, tags: readonly EvaluationTag[]): void {
  const unfit = isBad(grade)
    ? tags.filter((tag) => !isProblem(tag))
    : grade === "FAIRLY_SATISFIED"
      ? []
      : tags.filter(isProblem);
  if (unfit.length > 0) throw new TagDoesNotFitGrade(grade, unfit);
}

/** What a bad review is about; `OTHER` when nothing was ticked, so that none is without a category. */
export function categoriesOf(tags: readonly EvaluationTag[]): readonly ProblemCategory[] {
  const problems = [...new Set(tags.filter(isProblem))];
  return problems.length > 0 ? problems : ["OTHER"];
}
