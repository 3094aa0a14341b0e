import type { Calendar } from "@yimen/workdays/calendar";
import type { OpeningHours } from "@yimen/workdays/openingHours";
import { isOpen } from "@yimen/workdays/openNow";

/** Whether an outlet's connection is up: OFFLINE is open doors and nothing heard (R202). */
export const connectionStates = ["ONLINE", "OFFLINE", "CLOSED", "UNKNOWN"] as const;
export type ConnectionState = (typeof connectionStates)[number];

/** Minutes without a word after which an open outlet counts as offline; ours to set. */
export const SILENT_MINUTES = 10;

/**
 * An outlet that has never reported has none to watch. While it is closed its silence says nothing; after opening it
 * has the same ten minutes to report.
 *
 * @param lastAt  when it was last heard of; `null` for never
 */
export function connectionAt(hours: OpeningHours, lastAt: Date | null, at: Date, calendar: Calendar): ConnectionState {
  if (lastAt === null) return "UNKNOWN";
  const silentSince = new Date(at.getTime() - SILENT_MINUTES * 60_000);
  if (lastAt > silentSince) return "ONLINE";
  if (!isOpen(hours, at, calendar)) return "CLOSED";
  return isOpen(hours, silentSince, calendar) ? "OFFLINE" : "CLOSED";
}
