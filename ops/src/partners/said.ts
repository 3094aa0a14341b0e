import { partnerKinds } from "@yimen/gateway/partners/partner";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";

/** What was said on the command line, by the names of the options. */
export type Said = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

const wrong = (option: string, zh: string, en: string) =>
  new OperatorProblem("OPTION_INVALID", { zh: `--${option} ${zh}`, en: `--${option} ${en}` });

/** @throws OperatorProblem OPTION_INVALID where it was left out */
export function textIn(said: Said, option: string): string {
  const value = said[option];
  if (typeof value !== "string" || value === "") throw wrong(option, "不可缺少。", "is missing.");
  return value;
}

export const textsIn = (said: Said, option: string): readonly string[] => {
  const value = said[option];
  return Array.isArray(value) ? value : [];
};

/** A number above 0; `null` for "none". */
export function limitIn(said: Said, option: string): number | null | undefined {
  const value = said[option];
  if (value === undefined) return undefined;
  if (value === "none") return null;
  if (typeof value === "string" && /^[1-9]\d{0,14}$/.test(value)) return Number(value);
  throw wrong(option, "须为大于 0 的整数,或 none(不限)。", "must be a whole number above 0, or none.");
}

export function hoursIn(said: Said, option: string, otherwise: number): number {
  const hours = Number(said[option] ?? otherwise);
  if (Number.isFinite(hours) && hours >= 0) return hours;
  throw wrong(option, "须为不小于 0 的小时数。", "must be a number of hours, 0 or more.");
}

export function kindIn(said: Said, option: string): string {
  const kind = textIn(said, option);
  if (partnerKinds.some((known) => known === kind)) return kind;
  throw wrong(option, `须为 ${partnerKinds.join("、")} 之一。`, `must be one of ${partnerKinds.join(", ")}.`);
}

/** Origins of pages, which have to be protected; those of this machine need not be. */
export function originsIn(said: Said, option: string): readonly string[] {
  return textsIn(said, option).map((given) => {
    const url = URL.canParse(given) ? new URL(given) : undefined;
    const isLocal = url?.hostname === "localhost" || url?.hostname === "127.0.0.1";
    if (url && given.replace(/\/$/, "") === url.origin && (url.protocol === "https:" || isLocal)) return url.origin;
    throw wrong(
      option,
      `须为网页来源,如 https://a.example,不是 ${given}`,
      `must be an origin such as https://a.example, not ${given}`,
    );
  });
}
