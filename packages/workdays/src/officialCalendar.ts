import { type Calendar, createCalendar } from "./calendar.js";
import year2025 from "./data/2025.json" with { type: "json" };
import year2026 from "./data/2026.json" with { type: "json" };

/** The notices published so far, one data file each with its source. Add next year's file when it appears, each November. */
export const officialCalendar: Calendar = createCalendar([year2025, year2026]);
