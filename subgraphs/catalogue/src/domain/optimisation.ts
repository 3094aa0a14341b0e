import type { GuideVersion } from "./guide.js";
import type { MaterialRequirement } from "./material.js";
import type { Baseline } from "./matter.js";

/** A count before a matter was optimised, and now. */
export interface BeforeAndNow {
  readonly before: number;
  readonly now: number;
}

/** What became of a matter's materials, forms, steps and visits (R032 材料最少、表格最简、环节最优). */
export type Optimisation = Record<keyof Baseline, BeforeAndNow>;

/** A guide held against the baseline of its matter. */
export const optimisation = (baseline: Baseline, guide: GuideVersion): Optimisation => ({
  materials: { before: baseline.materials, now: guide.materials.length },
  forms: { before: baseline.forms, now: guide.materials.filter(isForm).length },
  steps: { before: baseline.steps, now: guide.steps.length },
  onSiteVisits: { before: baseline.onSiteVisits, now: guide.onSiteVisits },
});

const isForm = ({ type, blankForm }: MaterialRequirement) => type === "APPLICATION_FORM" || blankForm !== null;

/** Nothing of paper has to be brought: no material, or only such as an e-licence or a file stands for (R206). */
export const needsNoPaper = ({ materials }: Pick<GuideVersion, "materials">): boolean =>
  materials.every(({ form, eLicence }) => form === "ELECTRONIC" || form === "E_LICENCE" || eLicence !== null);
