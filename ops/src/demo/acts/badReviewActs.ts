import type { Bilingual } from "@yimen/kernel/errors";
import { act, keepNothing, mutation } from "./act.js";

const step = (name: string, text: Bilingual) =>
  act<{ status: string }>({
    ...text,
    document: mutation(name, "status"),
    tell: ({ status }) => status,
    keep: keepNothing,
  });

/** The work on a bad review, to its end. */
export const badReviewActs = {
  recordReturnVisit: step("recordReturnVisit", { zh: "回访差评", en: "returns to the author of the bad review" }),
  rectify: step("rectify", { zh: "整改", en: "puts it right" }),
  verifyRectification: step("verifyRectification", { zh: "复核整改", en: "checks what was put right" }),
  feedBack: step("feedBack", { zh: "反馈评价人", en: "tells the author" }),
};
