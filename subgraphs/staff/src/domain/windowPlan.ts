import { DomainError } from "@yimen/kernel/errors";
import { plans } from "./plans.js";

/** How much a department had to do in a year, and what its matters are about. */
export interface DepartmentLoad {
  readonly departmentId: string;
  /** Related departments have the same; `null` is related to nobody. */
  readonly field: string | null;
  readonly received: number;
  readonly matters: number;
}

/** One comprehensive window as it is suggested. */
export interface PlannedWindow {
  readonly departments: readonly DepartmentLoad[];
  readonly received: number;
  /** One department has so much that it fills a window. */
  readonly alone: boolean;
}

export class WindowCountInvalid extends DomainError {
  readonly code = "WINDOW_COUNT_INVALID";
  constructor(windows: number) {
    super({ zh: "拟设窗口数须为 1 至 50 的整数。", en: "Plan for 1 to 50 windows." }, { windows }, plans.R073);
  }
}

const volumeOf = (departments: readonly DepartmentLoad[]): number =>
  departments.reduce((sum, { received }) => sum + received, 0);

const busiestFirst = (one: readonly DepartmentLoad[], other: readonly DepartmentLoad[]): number =>
  volumeOf(other) - volumeOf(one) || (nameOf(one) < nameOf(other) ? -1 : 1);

const nameOf = (departments: readonly DepartmentLoad[]): string =>
  departments
    .map(({ departmentId }) => departmentId)
    .sort()
    .join(" ");

/**
 * Which departments share a window (R073, R074). Whoever has at least an even share of the year's cases has a window of
 * its own, as long as one is left for the others. The others are put together by what their matters are about; where
 * there are more fields than windows, the two with the fewest cases are put together, again and again.
 *
 * @param windows  how many windows there are to be; fewer are planned where there is not enough to do
 * @returns every department at exactly one window, the busiest window first
 * @throws WindowCountInvalid
 */
export function planWindows(departments: readonly DepartmentLoad[], windows: number): PlannedWindow[] {
  if (!Number.isInteger(windows) || windows < 1 || windows > 50) throw new WindowCountInvalid(windows);
  const total = volumeOf(departments);
  const busy = departments
    .filter(({ received }) => received > 0 && received * windows >= total)
    .sort((one, other) => busiestFirst([one], [other]));
  const others = departments.length - busy.length;
  const alone = busy.slice(0, others > 0 || busy.length > windows ? windows - 1 : windows);
  const rest = departments.filter((each) => !alone.includes(each));
  const groups = [...Map.groupBy(rest, ({ field, departmentId }) => field ?? ` ${departmentId}`).values()];
  return [
    ...alone.map((each) => ({ departments: [each], received: each.received, alone: true })),
    ...merged(groups, windows - alone.length).map((group) => ({
      ...{ departments: group.toSorted((one, other) => busiestFirst([one], [other])) },
      ...{ received: volumeOf(group), alone: false },
    })),
  ].sort((one, other) => busiestFirst(one.departments, other.departments));
}

function merged(groups: readonly DepartmentLoad[][], windows: number): DepartmentLoad[][] {
  const ordered = groups.toSorted(busiestFirst);
  if (ordered.length <= windows) return ordered;
  const [least = [], next = []] = ordered.toReversed();
  return merged([...ordered.slice(0, -2), [...next, ...least]], windows);
}
