import type { GuideVersion } from "./guide.js";
import { limitText } from "./oneTimeNotice.js";

/** How a guide is printed. */
export type DocumentFormat = "TEXT" | "MARKDOWN" | "HTML";

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/**
 * A guide as it is printed and put out (办事指南、工作流程图, R210): everything the guide says, and nothing else, so that
 * what lies on the counter is what the catalogue holds.
 *
 * @param name  of the matter
 */
export function guideDocument(name: string, guide: GuideVersion, format: DocumentFormat): string {
  return renderers[format](
    `${name} 办事指南`,
    sectionsOf(guide),
    guide.steps.map(({ name: step }) => step),
  );
}

function sectionsOf(guide: GuideVersion): Section[] {
  const { promisedLimit, statutoryLimit, fee, formFields = [], questions = [] } = guide;
  const statutory = statutoryLimit ? `,法定${limitText(statutoryLimit)}` : "";
  const charge = [fee.item, fee.standard, fee.basis, fee.reduction].filter((part) => part !== null).join(";");
  return [
    { title: "办理时限", lines: [`承诺${limitText(promisedLimit)}${statutory}`, `到现场${guide.onSiteVisits}次`] },
    { title: "设定依据", lines: guide.legalBases },
    { title: "受理条件", lines: guide.acceptanceConditions },
    { title: "申请材料", lines: guide.materials.length > 0 ? guide.materials.map(materialLine) : ["无需提交材料"] },
    {
      title: "情形",
      lines: questions.map(({ text, options }) => `${text} ${options.map((option) => option.text).join("/")}`),
    },
    { title: "申请表字段", lines: formFields.map((field) => `${field.name}${field.required ? "(必填)" : ""}`) },
    { title: "审查要点", lines: guide.reviewPoints },
    { title: "办理流程", lines: guide.steps.map(stepLine) },
    {
      title: "特别程序(不计入承诺时限)",
      lines: guide.specialProcedures.map((special) => special.name),
    },
    { title: "中介服务", lines: guide.intermediaryServices },
    { title: "收费", lines: [fee.charged ? charge : "不收费"] },
    { title: "版本", lines: [guide.id] },
  ].filter(({ lines }) => lines.length > 0);
}

const materialLine = ({
  name,
  originals,
  copies,
  basis,
  eLicence,
  acceptStandard,
}: GuideVersion["materials"][number]) =>
  [
    name,
    `原件${originals}份、复印件${copies}份`,
    `依据:${basis}`,
    ...(acceptStandard ? [`标准:${acceptStandard}`] : []),
    ...(eLicence ? [`可出示${eLicence}电子证照`] : []),
  ].join(";");

const stepLine = ({ name, role, limit, standard, result }: GuideVersion["steps"][number]) =>
  [name, role, ...(limit ? [limitText(limit)] : []), standard, result].filter((part) => part !== "").join(";");

type Renderer = (title: string, sections: readonly Section[], steps: readonly string[]) => string;

const text: Renderer = (title, sections, steps) =>
  [
    title,
    ...sections.flatMap((section) => ["", section.title, ...section.lines.map((line, n) => `${n + 1}. ${line}`)]),
    "",
    `流程图:${steps.join(" → ")}`,
    "",
  ].join("\n");

const markdown: Renderer = (title, sections, steps) =>
  [
    `# ${plain(title)}`,
    ...sections.flatMap((section) => [
      "",
      `## ${section.title}`,
      "",
      ...section.lines.map((line, n) => `${n + 1}. ${plain(line)}`),
    ]),
    "",
    "## 流程图",
    "",
    steps.map(plain).join(" → "),
    "",
  ].join("\n");

const html: Renderer = (title, sections, steps) =>
  [
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>`,
    `<h1>${escaped(title)}</h1>`,
    ...sections.map(({ title: heading, lines }) => `<h2>${escaped(heading)}</h2><ol>${lines.map(item).join("")}</ol>`),
    `<h2>流程图</h2><ol class="flow">${steps.map(item).join("")}</ol>`,
    "</body></html>",
  ].join("\n");

const renderers: Record<DocumentFormat, Renderer> = { TEXT: text, MARKDOWN: markdown, HTML: html };

const item = (line: string) => `<li>${escaped(line)}</li>`;

/** Texts of the catalogue are texts, not mark-up: nothing in them becomes an element or a link. */
export const escaped = (line: string): string =>
  line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const plain = (line: string) => line.replaceAll(/[\\`*_[\]<>#|]/g, (mark) => `\\${mark}`).replaceAll(/\s+/g, " ");
