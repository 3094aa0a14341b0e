import type { Step } from "../step.js";
import { cast, organisation, WINDOW } from "./cast.js";

/** Opening a livestock farm: three matters of two departments, handed in once on one form (R069). */
export const farm: readonly Step[] = [
  {
    at: "09:14",
    who: cast.windowTwoA,
    act: "submitBundle",
    as: "farm",
    with: {
      windowId: WINDOW.two,
      bundleId: "taoshan-livestock-farm",
      applicant: organisation(9),
      presentMaterialTypes: [
        "APPLICATION_FORM",
        "LAYOUT_PLAN",
        "WATER_ASSESSMENT",
        "CONSERVATION_PLAN",
        "THIRD_PARTY_STATEMENT",
      ],
      form: [
        { key: "site-address", value: "桃山区示例路 1 号" },
        { key: "site-area", value: "1200" },
        { key: "animal-species", value: "示例" },
        { key: "water-source", value: "示例水源" },
        { key: "yearly-volume", value: "1" },
      ],
    },
    note: { zh: "一件事：三个事项、一张表、一套材料。", en: "One thing: three matters, one form, one set of papers." },
  },
  {
    at: "09:17",
    who: cast.windowTwoA,
    act: "acceptBundle",
    with: { bundleCaseId: "@farm.bundleCaseId", committed: true },
  },
  { at: "09:18", who: cast.windowTwoA, act: "endVisit", with: { visitId: "@farm.visitId" } },
  { at: "10:25", who: cast.agricultureApprover, act: "pickUpCase", with: { caseId: "@farm.firstCaseId" } },
];
