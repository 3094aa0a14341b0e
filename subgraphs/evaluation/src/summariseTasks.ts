import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { mayDo, NotYourWork } from "./domain/authority.js";
import { summariesOf, type TaskSummary } from "./domain/taskSummary.js";
import { findTasksOpened } from "./store/rectificationTaskStore.js";

/**
 * How the departments and outlets of a region did in a year, for the yearly targets (R196); the outlets the caller
 * inspects are counted, no others.
 *
 * @throws NotYourWork when there is none, SiblingUnavailable
 */
export async function summariseTasks(
  { db, staff, caller, clock }: Context,
  regionId: string,
  year: number,
): Promise<TaskSummary[]> {
  const outlets = (await staff.outletsOf(regionId)).filter((outletId) => mayDo("inspect", caller, outletId));
  if (outlets.length === 0) throw new NotYourWork("inspect");
  const [from, to] = [`${year}-01-01`, `${year}-12-31`] as [PlainDate, PlainDate];
  return summariesOf(await findTasksOpened(db, outlets, from, to), officeDay(clock()));
}
