import { htmlLang, type Language } from "./language.js";

/** Where the offices are; every time on the board is theirs. */
const timeZone = "Asia/Shanghai";

const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
const timeWithSeconds = new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "medium" });
const day = new Intl.DateTimeFormat("sv-SE", { timeZone });
const longDay = {
  zh: new Intl.DateTimeFormat(htmlLang.zh, { timeZone, dateStyle: "long" }),
  en: new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "long" }),
};
const weekday = {
  zh: new Intl.DateTimeFormat(htmlLang.zh, { timeZone, weekday: "long" }),
  en: new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "long" }),
};

/** "09:05" */
export const timeOf = (instant: Date | string): string => time.format(new Date(instant));

/** "09:05:07" */
export const secondsOf = (instant: Date): string => timeWithSeconds.format(instant);

/** The office's day, "2026-03-02". */
export const dayOf = (instant: Date | string): string => day.format(new Date(instant));

/** "2026年3月2日 星期一" */
export const longDayOf = (instant: Date, language: Language): string =>
  `${longDay[language].format(instant)} ${weekday[language].format(instant)}`;

/** "3月2日" of an office day. */
export function shortDay(plainDate: string, language: Language): string {
  const [, month = 0, date = 0] = plainDate.split("-").map(Number);
  return language === "zh" ? `${month}月${date}日` : `${date} ${months[month - 1]}`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
