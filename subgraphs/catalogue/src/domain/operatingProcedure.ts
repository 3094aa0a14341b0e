import type { GuideContent } from "./guide.js";
import { limitText } from "./oneTimeNotice.js";

/**
 * The standard operating procedure of a matter (标准操作规程, R046): what whoever is at the window checks and does, step
 * by step. Made of the guide alone, so that it is the same at every outlet that takes the matter.
 */
export function operatingProcedure(guide: GuideContent): string[] {
  const { acceptanceConditions, materials, steps, reviewPoints } = guide;
  return [
    ...acceptanceConditions.map((condition) => `核对受理条件:${condition}`),
    ...materials.map(({ name, acceptStandard, deferrable, maxDeferralDays }) =>
      [
        `核验材料:${name}`,
        ...(acceptStandard ? [acceptStandard] : []),
        ...(deferrable ? [`可容缺,${maxDeferralDays}个工作日内补交`] : []),
      ].join(";"),
    ),
    ...reviewPoints.map((point) => `审查要点:${point}`),
    ...steps.map(({ name, role, limit, standard, result }) =>
      [`${name}(${role})`, ...(limit ? [limitText(limit)] : []), standard, result]
        .filter((part) => part !== "")
        .join(";"),
    ),
  ];
}
