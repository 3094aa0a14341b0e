import { type ClockTime, minuteOf } from "./clockTime.js";
import type { PlainDate, Weekday } from "./plainDate.js";

/** One stretch of opening, `from` included, `to` not. */
export interface Slot {
  readonly from: ClockTime;
  readonly to: ClockTime;
  /** 延时服务: beyond regular hours; open to visitors, but no clock ends with it. */
  readonly extended?: boolean;
}

/** Slots by day of the week; a day that is left out is closed. */
export type Week = Readonly<Partial<Record<Weekday, readonly Slot[]>>>;

/** A recurring part of the year with its own week, both ends included; may run over New Year. */
export interface Season {
  /** "MM-DD" */
  readonly from: string;
  /** "MM-DD" */
  readonly to: string;
  readonly week: Week;
}

/** Days on which neither week nor calendar matter, both ends included. No slots: closed. */
export interface ExceptionalDays {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly slots: readonly Slot[];
  /** For the notice on the door, Chinese first. */
  readonly reason: string;
}

/** When an outlet is open. An exception outranks the calendar, the calendar outranks the season, the season the week. */
export interface OpeningHours {
  readonly week: Week;
  /** The first that covers a day applies. */
  readonly seasons?: readonly Season[];
  /** The first that covers a day applies. */
  readonly exceptions?: readonly ExceptionalDays[];
  /**
   * Closed on published holidays, open on weekend days made working days (调休). Such a Saturday has Friday's slots,
   * such a Sunday Monday's. `false` for terminals and others who know no holidays.
   */
  readonly followsHolidays: boolean;
}

export class InvalidOpeningHours extends RangeError {
  readonly code = "INVALID_OPENING_HOURS";

  constructor(problem: string) {
    super(`开放时间有误。 These opening hours are wrong: ${problem}`);
    this.name = new.target.name;
  }
}

const allDay: readonly Slot[] = [{ from: "00:00", to: "24:00" }];

/** Self-service terminals: always open, holidays included. */
export const aroundTheClock: OpeningHours = {
  week: { 1: allDay, 2: allDay, 3: allDay, 4: allDay, 5: allDay, 6: allDay, 7: allDay },
  followsHolidays: false,
};

/** The same slots from Monday to Friday, closed at weekends. */
export function mondayToFriday(...slots: readonly Slot[]): Week {
  return { 1: slots, 2: slots, 3: slots, 4: slots, 5: slots };
}

/**
 * Accepts hours read from data.
 *
 * @throws InvalidOpeningHours when slots are empty, overlap or are out of order, or a season is not written MM-DD
 * @throws InvalidClockTime
 */
export function checkOpeningHours(hours: OpeningHours): OpeningHours {
  const weeks = [hours.week, ...(hours.seasons ?? []).map(({ week }) => week)];
  const days = [...weeks.flatMap((week) => Object.values(week)), ...(hours.exceptions ?? []).map(({ slots }) => slots)];
  for (const slots of days) checkSlots(slots);
  for (const monthDay of (hours.seasons ?? []).flatMap(({ from, to }) => [from, to])) {
    if (!/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(monthDay))
      throw new InvalidOpeningHours(`season ${monthDay}.`);
  }
  return hours;
}

function checkSlots(slots: readonly Slot[]): void {
  let end = 0;
  for (const { from, to } of slots) {
    if (minuteOf(from) >= minuteOf(to)) throw new InvalidOpeningHours(`${from} to ${to} is empty.`);
    if (minuteOf(from) < end)
      throw new InvalidOpeningHours(`${from} to ${to} begins before the slot ahead of it ends.`);
    end = minuteOf(to);
  }
}
