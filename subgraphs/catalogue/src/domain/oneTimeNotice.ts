import type { TimeLimit } from "@yimen/workdays/timeLimit";
import type { GuideVersion, ProcessStep } from "./guide.js";
import type { MaterialRequirement } from "./material.js";

/** Everything an applicant must know, told at once (一次性告知): whatever is not in it was not asked for. */
export interface OneTimeNotice {
  readonly guideId: string;
  readonly conditions: readonly string[];
  readonly materials: readonly MaterialRequirement[];
  readonly steps: readonly ProcessStep[];
  /** The same, to be read out or printed. */
  readonly text: string;
}

const unitNames: Record<TimeLimit["unit"], string> = {
  WORKING_DAY: "个工作日",
  CALENDAR_DAY: "日",
  HOUR: "小时",
  MONTH: "个月",
};

export const limitText = ({ value, unit }: TimeLimit): string => (value === 0 ? "当场" : `${value}${unitNames[unit]}`);

/**
 * Tells procedure, materials with their samples, limits and fee completely (R089, R090).
 *
 * @param name  of the matter
 */
export function oneTimeNotice(name: string, guide: GuideVersion): OneTimeNotice {
  const { id, acceptanceConditions, materials, steps } = guide;
  const text = [
    `${name} 一次性告知`,
    ...section("受理条件", acceptanceConditions),
    ...section("申请材料", materials.length > 0 ? materials.map(materialText) : ["无需提交材料"]),
    ...section("办理程序", steps.map(stepText)),
    ...section(
      "特别程序(不计入承诺时限)",
      guide.specialProcedures.map((special) => special.name),
    ),
    `办结时限:承诺${limitText(guide.promisedLimit)}${guide.statutoryLimit ? `,法定${limitText(guide.statutoryLimit)}` : ""}`,
    `收费:${guide.fee.charged ? guide.fee.standard : "不收费"}`,
  ].join("\n");
  return { guideId: id, conditions: acceptanceConditions, materials, steps, text };
}

const section = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? [`${title}:`, ...lines.map((line, index) => `${index + 1}. ${line}`)] : [];

const stepText = ({ name, limit, role }: ProcessStep) => `${name}(${role}${limit ? `,${limitText(limit)}` : ""})`;

function materialText(material: MaterialRequirement): string {
  const remarks = [
    material.originals > 0 ? `原件${material.originals}份` : null,
    material.copies > 0 ? `复印件${material.copies}份` : null,
    material.eLicence ? `可出示${material.eLicence}电子证照` : null,
    material.necessity === "REQUIRED" ? null : "视情形",
    material.deferrable ? `可容缺,受理后${material.maxDeferralDays}个工作日内补交` : null,
    material.sampleForm ? `样例:${material.sampleForm}` : null,
  ];
  return `${material.name}(${remarks.filter((remark) => remark !== null).join(";")})`;
}
