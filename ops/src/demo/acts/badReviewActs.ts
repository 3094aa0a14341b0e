import { step } from "./act.js";

/** The work on a bad review, to its end. */
export const badReviewActs = {
  recordReturnVisit: step("recordReturnVisit", { zh: "回访差评", en: "returns to the author of the bad review" }),
  rectify: step("rectify", { zh: "整改", en: "puts it right" }),
  verifyRectification: step("verifyRectification", { zh: "复核整改", en: "checks what was put right" }),
  feedBack: step("feedBack", { zh: "反馈评价人", en: "tells the author" }),
};
