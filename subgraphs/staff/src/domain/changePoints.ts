import type { Calendar } from "@yimen/workdays/calendar";
import { instantOfMinute, officeDay } from "@yimen/workdays/instant";
import { openSpans } from "@yimen/workdays/openSlots";
import { daysFromTo } from "@yimen/workdays/plainDate";
import { absentFrom } from "./leave.js";
import type { Roster } from "./roster.js";

/** The instants after `after` and up to `upTo` at which cover may change, ascending; openings and midnights included. */
export function changePoints(roster: Roster, after: Date, upTo: Date, calendar: Calendar): Date[] {
  const times = new Set<number>();
  const add = (at: Date | null) => {
    if (at && at > after && at <= upTo) times.add(at.getTime());
  };
  for (const day of daysFromTo(officeDay(after), officeDay(upTo))) {
    add(instantOfMinute(day, 0));
    for (const { from } of openSpans(roster.hours, day, calendar)) add(instantOfMinute(day, from));
  }
  for (const { signedInAt, signedOutAt } of [...roster.attendances.values()].flat()) {
    add(signedInAt);
    add(signedOutAt);
  }
  for (const leave of [...roster.leaves.values()].flat()) {
    add(absentFrom(leave));
    add(leave.endedAt);
  }
  for (const { validFrom, validUntil, revokedAt } of [...roster.certificates.values()].flat()) {
    add(validFrom);
    add(validUntil);
    add(revokedAt);
  }
  for (const { from, until } of [...roster.redeployments.values()].flat()) {
    add(from);
    add(until);
  }
  return [...times].sort((a, b) => a - b).map((time) => new Date(time));
}
