import type { Bilingual } from "@yimen/kernel/errors";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { instantOf } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { type Door, dataOf, type Headers } from "./door.js";
import { type Days, daysBefore, EVE_BEGINS, nextDays } from "./whichDay.js";

/**
 * The days to play: the next ones, or those asked for. Going back is allowed only as long as there is no case, because
 * a case from the future would have a clock that nobody understands.
 *
 * @param now  what the office's clock shows
 * @throws OperatorProblem
 */
export async function chooseDays(from: PlainDate | null, now: Date, door: Door, supervisor: Headers): Promise<Days> {
  if (!from) return nextDays(now);
  const days = daysBefore(from);
  if (!("eve" in days)) throw new OperatorProblem("NOT_A_WORKING_DAY", days);
  if (instantOf(days.eve, EVE_BEGINS) < now && (await hasCases(door, supervisor))) {
    throw new OperatorProblem("TIME_GOES_FORWARD", backwards(from, nextDays(now).day));
  }
  return days;
}

async function hasCases(door: Door, supervisor: Headers): Promise<boolean> {
  const query = "{ cases(first: 1) { nodes { id } } }";
  return dataOf(await door.ask<{ cases: { nodes: object[] } }>(supervisor, query)).cases.nodes.length > 0;
}

const backwards = (from: PlainDate, earliest: PlainDate): Bilingual => ({
  zh: `已有办件，办公时钟不能倒回 ${from}；最早可选 ${earliest}。要从头开始，请停止 npm start 并删除 .yimen。`,
  en: `There are cases already, so the office's clock cannot go back to ${from}: the earliest day is ${earliest}. To begin anew, stop npm start and delete .yimen.`,
});
