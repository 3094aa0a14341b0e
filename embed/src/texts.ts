/** What a component says, in the language that its `lang` asks for: Chinese, unless it is English. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Words;

export const languageOf = (lang: string | null): Language => (lang?.toLowerCase().startsWith("en") ? "en" : "zh");

const w = (zh: string, en: string): Words => ({ zh, en });

export const states = {
  COLLECTED: w("已收件", "Handed in"),
  AWAITING_CORRECTION: w("待补正", "Waiting for corrections"),
  ACCEPTED: w("已受理", "Accepted"),
  UNDER_REVIEW: w("审查中", "Under review"),
  IN_SPECIAL_PROCEDURE: w("特别程序中", "In a special procedure"),
  GRANTED: w("准予", "Granted"),
  DENIED: w("不予", "Denied"),
  RESULT_MADE: w("已制证", "Document made"),
  RESULT_ISSUED: w("待领取", "Ready to collect"),
  DELIVERED: w("已办结", "Delivered"),
  REFUSED_ACCEPTANCE: w("不予受理", "Not accepted"),
  WITHDRAWN: w("已撤回", "Withdrawn"),
  TERMINATED: w("已终止", "Ended"),
  REVOKED: w("已撤销", "Revoked"),
} as const;

export const units = {
  WORKING_DAY: w("个工作日", "working days"),
  CALENDAR_DAY: w("个自然日", "calendar days"),
  HOUR: w("小时", "hours"),
  MONTH: w("个月", "months"),
} as const;

export const words = {
  loading: w("正在加载…", "Loading…"),
  retry: w("重试", "Try again"),
  failed: w("暂时无法取得信息,请稍后再试。", "This is not available right now; please try again later."),
  notHere: w("本页面未获准使用该组件。", "This page may not use this component."),
  notThisOrigin: w(
    "本网页的来源未登记,不能使用该组件。",
    "This page's origin is not registered: it may not use this component.",
  ),
  secretKey: w("网页误用了保密密钥,不能使用该组件。", "This page shows a secret key: it may not use this component."),
  tooOften: w("查询过于频繁,请稍后再试。", "Too many requests; please try again later."),
  progress: w("办件进度查询", "Progress of your case"),
  caseNo: w("办件编号", "Case number"),
  secret: w("查询码", "Query code"),
  lookUp: w("查询", "Look up"),
  noCase: w("未找到该办件,请核对编号和查询码。", "No such case; please check the number and the code."),
  matter: w("事项", "Matter"),
  status: w("环节", "Stage"),
  due: w("最迟办结日", "Due on"),
  remaining: w("剩余工作日", "Working days left"),
  outlet: w("受理网点", "Outlet"),
  missing: w("尚需补交的材料", "Still to be brought"),
  steps: w("办理过程", "What has happened"),
  noMatter: w("未找到该事项。", "There is no such matter."),
  noGuide: w("该事项暂无现行办事指南。", "This matter has no guide in force."),
  department: w("实施主体", "Department"),
  limit: w("承诺时限", "Promised within"),
  atOnce: w("当场办结", "at once"),
  visits: w("到现场次数", "Visits in person"),
  fee: w("收费", "Fee"),
  free: w("不收费", "none"),
  conditions: w("受理条件", "Conditions"),
  materials: w("申请材料", "Materials"),
  optional: w("(非必要)", " (optional)"),
  conditional: w("(视情形)", " (if it applies)"),
  deferrable: w("(可容缺后补)", " (may follow later)"),
  procedure: w("办理环节", "Steps"),
  outlets: w("可办理的网点", "Where to go"),
  noOutlets: w("暂无可办理该事项的网点。", "No outlet takes this matter at present."),
  openNow: w("开放中", "Open now"),
  closed: w("未开放", "Closed now"),
  navigate: w("导航", "Navigate"),
  locate: w("按我的位置排列", "Nearest to me"),
  locating: w("正在获取位置…", "Asking where you are…"),
  byDistance: w(
    "按直线距离排列;距离未知的在后。",
    "By distance as the crow flies; those of unknown distance come last.",
  ),
  byYourPlace: w(
    "按直线距离排列,距离未知的在后。您的位置只精确到约100米,仅用于本次查询。",
    "By distance as the crow flies; those of unknown distance come last. Your place was told to about 100 metres, for this list only.",
  ),
  byRegion: w("同区域在前,开放中在前。", "Those of the region first, then those that are open."),
  notLocated: w(
    "未能获得您的位置:同区域在前,开放中在前。",
    "Your place is not known: those of the region come first, then those that are open.",
  ),
  noneNear: w("附近没有已知位置的网点,以下网点距离未知。", "None is known to be near; how far these are is unknown."),
} as const;
