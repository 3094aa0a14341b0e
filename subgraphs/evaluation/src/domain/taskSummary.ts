import type { PlainDate } from "@yimen/workdays/plainDate";
import { accountabilityLevels, isSummaryOverdue, isTaskOverdue, type RectificationTask } from "./rectificationTask.js";

/** How one department, or one outlet of its own account, did in a year: what goes into the yearly targets (R196). */
export interface TaskSummary {
  readonly departmentId: string | null;
  readonly outletId: string | null;
  readonly opened: number;
  readonly closed: number;
  readonly closedInTime: number;
  readonly overdue: number;
  readonly summariesOverdue: number;
  readonly circulated: number;
  readonly ordered: number;
  readonly accountable: number;
}

/**
 * One line for each owner, departments first, in the order of their ids. Every task counts for exactly one owner: the
 * department it is ordered of, or else the outlet.
 */
export function summariesOf(tasks: readonly RectificationTask[], today: PlainDate): TaskSummary[] {
  const byOwner = Map.groupBy(tasks, ({ departmentId, outletId }) =>
    departmentId === null ? `2 ${outletId}` : `1 ${departmentId}`,
  );
  return [...byOwner.keys()].sort().map((key) => summaryOf(byOwner.get(key) ?? [], today));
}

function summaryOf(tasks: readonly RectificationTask[], today: PlainDate): TaskSummary {
  const [{ departmentId, outletId }] = tasks as [RectificationTask];
  const count = (which: (task: RectificationTask) => boolean) => tasks.filter(which).length;
  const atLeast = (level: RectificationTask["level"]) =>
    count((task) => accountabilityLevels.indexOf(task.level) >= accountabilityLevels.indexOf(level));
  return {
    departmentId,
    outletId: departmentId === null ? outletId : null,
    opened: tasks.length,
    closed: count(({ status }) => status === "CLOSED"),
    closedInTime: count(
      ({ status, reportedOn, dueOn }) => status === "CLOSED" && reportedOn !== null && reportedOn <= dueOn,
    ),
    overdue: count((task) => isTaskOverdue(task, today)),
    summariesOverdue: count((task) => isSummaryOverdue(task, today)),
    circulated: atLeast("CIRCULATED"),
    ordered: atLeast("ORDERED"),
    accountable: atLeast("ACCOUNTABILITY"),
  };
}
