import { addMonths, type PlainDate } from "@yimen/workdays/plainDate";
import type { Matter } from "./matter.js";
import { isApplicationBased } from "./matterType.js";

/** A matter nobody applied for in so many years is suspended (R043). */
export const DORMANT_AFTER_YEARS = 3;

export const DORMANT = "DORMANT_3Y";

type Facts = Pick<Matter, "type" | "state" | "publishedOn" | "lastApplicationOn" | "reactivatedOn">;

/**
 * Whether a matter must be suspended on `today`: it begins with an application, is in use, has been published for
 * three years, and in the last three years nobody applied and nobody had it reactivated.
 *
 * The third anniversary itself counts: applied for on 2023-03-02, dormant on 2026-03-02, not a day before.
 *
 * @see R043 将3年内无申请办理的事项挂起
 */
export function isDormant(matter: Facts, today: PlainDate): boolean {
  if (matter.state !== "IN_USE" || !isApplicationBased(matter.type)) return false;
  const since = addMonths(today, -12 * DORMANT_AFTER_YEARS);
  const signsOfLife = [matter.publishedOn, matter.lastApplicationOn, matter.reactivatedOn];
  return signsOfLife.every((day) => day === null || day <= since);
}
