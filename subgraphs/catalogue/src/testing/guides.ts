import type { GuideContent } from "../domain/guide.js";
import type { MaterialRequirement } from "../domain/material.js";

/** A material that passes every check; for tests. */
export const aMaterial = (given: Partial<MaterialRequirement> = {}): MaterialRequirement => ({
  code: "application-form",
  name: "申请书",
  type: "APPLICATION_FORM",
  form: "ORIGINAL",
  originals: 1,
  copies: 0,
  source: "APPLICANT",
  necessity: "REQUIRED",
  basis: "《示例条例》第一条",
  deferrable: false,
  maxDeferralDays: null,
  sampleForm: null,
  blankForm: null,
  acceptStandard: "填写完整",
  eLicence: null,
  ...given,
});

/** A guide that may be published; for tests. */
export const aGuide = (given: Partial<GuideContent> = {}): GuideContent => ({
  kind: "PROMISED",
  decisionMode: "SEPARATED",
  important: false,
  statutoryLimit: { value: 20, unit: "WORKING_DAY" },
  promisedLimit: { value: 10, unit: "WORKING_DAY" },
  onSiteVisits: 1,
  legalBases: ["《示例条例》"],
  acceptanceConditions: ["在本区有住所"],
  reviewPoints: ["材料齐全、符合法定形式"],
  materials: [aMaterial()],
  steps: [
    {
      name: "受理",
      limit: { value: 1, unit: "WORKING_DAY" },
      role: "综合窗口",
      standard: "材料齐全、符合法定形式",
      result: "受理通知书",
    },
  ],
  fee: { charged: false, item: null, standard: null, basis: null, reduction: null },
  specialProcedures: [],
  intermediaryServices: [],
  ...given,
});
