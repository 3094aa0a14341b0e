import type { Bilingual } from "@yimen/kernel/errors";
import { timeOfMinute } from "@yimen/workdays/clockTime";
import { officeMinute } from "@yimen/workdays/instant";
import type { Refusal } from "./door.js";
import type { Person } from "./people.js";
import type { Who } from "./step.js";
import type { Seen } from "./watch.js";

/** Where the day is told: a terminal, or whoever else takes lines. */
export type Tell = (line: string) => void;

const INDENT = " ".repeat(9);
const both = (text: Bilingual | string) => (typeof text === "string" ? { zh: text, en: text } : text);

export const tellScene = ({ zh, en }: Bilingual): string => `\n── ${zh}  ${en}`;

/** Why something is worth looking at. */
export const tellNote = ({ zh, en }: Bilingual): string => `${INDENT}※ ${zh}  ${en}`;

/** Who did what, and what came of it. */
export function tellAct(at: Date, who: Bilingual, does: Bilingual, outcome: Bilingual | string): string {
  const came = both(outcome);
  const zh = `${who.zh} ${does.zh} ${came.zh}`.trim();
  return `${time(at)} ${zh}  ${who.en} ${does.en} ${came.en}`.trimEnd();
}

/** A refusal that the story wants to show: its rule is the point. */
export function tellRefusal({ message, extensions: { code, rule } }: Refusal): string[] {
  return [
    `${INDENT}✋ 被拒  refused  ${code}${rule ? ` · ${rule.id}` : ""}：${message}`,
    ...(rule ? [`${INDENT}   依据  rule 「${rule.sentence}」（${rule.source}）`] : []),
  ];
}

/** What nobody planned. */
export const tellUnexpected = (what: string): string => `${INDENT}! 意外  unexpected: ${what}`;

export function nameOf(who: Who, people: ReadonlyMap<string, Person>): Bilingual {
  if (who === "visitor") return { zh: "办事人", en: "a visitor" };
  if (who.startsWith("applicant:")) return { zh: "申请人", en: "an applicant" };
  if (who === "bank") return { zh: "示例银行网点", en: "the bank's outlet" };
  const person = people.get(who);
  return person ? { zh: `${person.post} ${person.name}`, en: person.nameEn } : { zh: who, en: who };
}

/** What happened without anybody doing it just now; null for what an act has told already. */
export function tellHappening({ stream, event }: Seen): string | null {
  if (stream === "cases") {
    if (event.type !== "WarningRaised") return null;
    const { name = "", nameEn = "" } = event.case?.matter ?? {};
    const zh = `⏰ 预警：${name}（${event.case?.caseNo}）已用承诺时限的 ${event.percent}%`;
    return happened(event, zh, `warning: ${event.percent}% of the promise of “${nameEn}” is used up`);
  }
  if (stream === "queue") return null;
  const { staffMember: acts, actingFor: away, post } = event;
  switch (event.type) {
    case "TAKEOVER_STARTED":
      return happened(event, `⇄ ${acts?.name} 顶替 ${away?.name}`, `${acts?.nameEn} acts for ${away?.nameEn}`);
    case "TAKEOVER_ENDED":
      return happened(event, `⇄ ${away?.name} 的顶岗结束`, `nobody acts for ${away?.nameEn} any more`);
    case "VACANCY_OPENED":
      return happened(event, `🚨 空岗告警：${post?.name}`, "nobody covers the post");
    case "VACANCY_CLOSED":
      return happened(event, `✔ 空岗解除：${post?.name}`, "the post is covered again");
    default:
      return null;
  }
}

const happened = ({ at }: { readonly at: string }, zh: string, en: string) => `${time(new Date(at))} ${zh}  ${en}`;
const time = (at: Date) => `  ${timeOfMinute(officeMinute(at))} `;
