import type { BadReviewStatus } from "./badReview.js";
import type { BadReviewCommand } from "./decideBadReview.js";

/** How officers call the statuses. */
export const statusWords: Record<BadReviewStatus, string> = {
  OPENED: "待处理",
  RETURN_VISITED: "已回访",
  RECTIFIED: "已整改",
  VERIFIED: "已复核",
  EXPLAINED: "已解释",
  APPEALED: "申诉中",
  MISTAKEN: "认定误评",
  UNTRUE_OR_MALICIOUS: "认定不实或恶意",
  FED_BACK: "已反馈",
};

/** And the steps. */
export const stepWords: Record<BadReviewCommand["type"], string> = {
  recordReturnVisit: "回访核实",
  rectify: "整改",
  explain: "解释说明",
  verifyRectification: "复核",
  appeal: "申诉",
  reviewAppeal: "申诉审核",
  feedBack: "反馈",
  escalate: "升级督办",
};
