import { badReviewActs } from "./acts/badReviewActs.js";
import { bundleActs } from "./acts/bundleActs.js";
import { caseActs } from "./acts/caseActs.js";
import { dutyActs } from "./acts/dutyActs.js";
import { lookUps } from "./acts/lookUps.js";
import { onlineActs } from "./acts/onlineActs.js";
import { queueActs } from "./acts/queueActs.js";

/** Everything that can be done in a scenario. */
export const acts = {
  ...queueActs,
  ...caseActs,
  ...bundleActs,
  ...onlineActs,
  ...dutyActs,
  ...badReviewActs,
  ...lookUps,
};

export type ActName = keyof typeof acts;
