import { type Calendar, holidayName } from "./calendar.js";
import type { DayReason } from "./dayReason.js";
import type { Pause, PauseReason } from "./pause.js";
import type { PlainDate } from "./plainDate.js";
import type { Bilingual } from "./publishedYear.js";

/** What there is to say about one day of a clock. */
export interface NotedDay {
  readonly day: PlainDate;
  readonly reason: DayReason;
  readonly number: number | null;
  /** How many days promise and extension have together. */
  readonly total: number;
  readonly isDue: boolean;
  /** The pause the day closed in, if that is the reason. */
  readonly pause: Pause | null;
}

const pauseNames: Readonly<Record<PauseReason, Bilingual>> = {
  CORRECTION: { zh: "补正", en: "correction" },
  SPECIAL_PROCEDURE: { zh: "特别程序", en: "special procedure" },
  DEFERRAL: { zh: "容缺材料逾期", en: "deferred material outstanding" },
};

/** One sentence for the applicant, as the day stands in the clock's explanation. */
export function clockNote(noted: NotedDay, calendar: Calendar): Bilingual {
  const { zh, en } = reasonText(noted, calendar);
  return noted.isDue ? { zh: `${zh};办结期限`, en: `${en}; last day in time` } : { zh, en };
}

function reasonText({ day, reason, number, total, pause }: NotedDay, calendar: Calendar): Bilingual {
  switch (reason) {
    case "ACCEPTANCE_DAY":
      return { zh: "受理当日,不计入", en: "Day of acceptance, not counted" };
    case "WORKING_DAY":
      return numbered("工作日", "working day", number ?? 0, total);
    case "ADJUSTED_WORKING_DAY": {
      const { zh, en } = numbered("工作日", "working day", number ?? 0, total);
      return { zh: `${zh}(调休上班)`, en: `${en} (weekend day made a working day)` };
    }
    case "CALENDAR_DAY":
      return numbered("自然日", "calendar day", number ?? 0, total);
    case "HOURS":
      return { zh: "按小时计时", en: "Counted in hours" };
    case "WEEKEND":
      return { zh: "周末,不计入", en: "Weekend, not counted" };
    case "HOLIDAY": {
      const name = holidayName(day, calendar);
      return { zh: `${name?.zh ?? "节假日"}放假,不计入`, en: `${name?.en ?? "Holiday"}, not counted` };
    }
    case "PAUSED":
      return pauseText(pause);
    case "MOVED_TO":
      return {
        zh: "期限届满日不办公,顺延至本日",
        en: "The limit ended while the office was closed and moves to this day",
      };
  }
}

function numbered(zh: string, en: string, number: number, total: number): Bilingual {
  if (number > total) return { zh: `超期第${number - total}个${zh}`, en: `Overdue, ${en} ${number - total}` };
  return {
    zh: `第${number}个${zh},共${total}个`,
    en: `${en.charAt(0).toUpperCase()}${en.slice(1)} ${number} of ${total}`,
  };
}

function pauseText(pause: Pause | null): Bilingual {
  const name = pause && pauseNames[pause.reason];
  const note = pause?.note ? `:${pause.note}` : "";
  return { zh: `暂停计时(${name?.zh ?? ""}${note}),不计入`, en: `Clock paused (${name?.en ?? ""}), not counted` };
}
