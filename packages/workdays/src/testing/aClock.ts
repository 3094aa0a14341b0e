import type { ClockInput } from "../clockInput.js";
import { officialCalendar } from "../officialCalendar.js";

/** "2026-03-02 10:00" in the office's time zone. */
export const at = (text: string): Date => new Date(`${text.replace(" ", "T")}:00+08:00`);

/** Accepted on Monday 2026-03-02 with five working days, due on Monday 2026-03-09. */
export const aClock = (given: Partial<ClockInput> = {}): ClockInput => ({
  acceptedAt: at("2026-03-02 10:00"),
  promised: { value: 5, unit: "WORKING_DAY" },
  pauses: [],
  calendar: officialCalendar,
  now: at("2026-03-04 12:00"),
  ...given,
});
