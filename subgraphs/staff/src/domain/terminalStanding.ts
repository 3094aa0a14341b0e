import type { Calendar } from "@yimen/workdays/calendar";
import { instantOfMinute, officeDay } from "@yimen/workdays/instant";
import type { OpeningHours } from "@yimen/workdays/openingHours";
import { isOpen } from "@yimen/workdays/openNow";
import { openSpans } from "@yimen/workdays/openSlots";
import { addDays, type PlainDate } from "@yimen/workdays/plainDate";
import type { Terminal, TerminalRule } from "./terminal.js";

/** OFFLINE is silence for longer than the region allows; ONLINE alone is available (R019). */
export const terminalStates = ["ONLINE", "OFFLINE", "CLOSED", "UNKNOWN"] as const;
export type TerminalState = (typeof terminalStates)[number];

export interface TerminalStanding {
  readonly state: TerminalState;
  /** When its silence became too long; `null` unless it is offline. */
  readonly offlineSince: Date | null;
}

const HORIZON_DAYS = 400; // longer than any closure

/**
 * From when a terminal that was last heard of at `heardAt` counts as offline: as soon as the doors have been open for
 * the region's minutes without a word. What nobody can reach needs no alert, so closed hours do not count.
 *
 * @returns `null` where the doors do not open for as long within 400 days
 */
export function offlineFrom(hours: OpeningHours, heardAt: Date, minutes: number, calendar: Calendar): Date | null {
  let left = minutes * 60_000;
  const first = officeDay(heardAt);
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead++) {
    const day = addDays(first, ahead);
    for (const span of openSpans(hours, day, calendar)) {
      const from = Math.max(heardAt.getTime(), instantOfMinute(day, span.from).getTime());
      const open = instantOfMinute(day, span.to).getTime() - from;
      if (open <= 0) continue;
      if (left <= open) return new Date(from + left);
      left -= open;
    }
  }
  return null;
}

/**
 * How a terminal stands now. Offline it stays until it is heard of again, also over night.
 *
 * @param rule  the region's; where it has none, nobody said what silence means, and nothing is known
 */
export function standingOf(
  { heardAt }: Pick<Terminal, "heardAt">,
  hours: OpeningHours,
  rule: TerminalRule | null,
  now: Date,
  calendar: Calendar,
): TerminalStanding {
  if (heardAt === null || rule === null) return { state: "UNKNOWN", offlineSince: null };
  const from = offlineFrom(hours, heardAt, rule.offlineMinutes, calendar);
  if (from !== null && from <= now) return { state: "OFFLINE", offlineSince: from };
  return { state: isOpen(hours, now, calendar) ? "ONLINE" : "CLOSED", offlineSince: null };
}

/** The last day on which what is known of it holds, counted from its installation as long as nobody verified it (R020). */
export const verifyBy = (
  { installedOn, verifiedAt }: Pick<Terminal, "installedOn" | "verifiedAt">,
  { verifyDays }: TerminalRule,
): PlainDate => addDays(verifiedAt ? officeDay(verifiedAt) : (installedOn as PlainDate), verifyDays);

/** Whether it ought to have been verified again (R020). */
export const isStale = (
  terminal: Pick<Terminal, "installedOn" | "verifiedAt">,
  rule: TerminalRule | null,
  day: string,
): boolean => rule !== null && day > verifyBy(terminal, rule);
