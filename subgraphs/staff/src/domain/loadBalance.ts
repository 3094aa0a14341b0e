/** How busy one window was over some days, for the people who hold its posts (R161). */
export interface WindowLoad {
  readonly windowId: string;
  readonly visits: number;
  /** Who holds its posts; nobody serves an empty one. */
  readonly staff: readonly HeldPost[];
  /** Whose matters it takes. */
  readonly departmentIds: readonly string[];
}

/** A post of a window, with the one that backs it. */
export interface HeldPost {
  readonly postId: string;
  readonly partnerId: string | null;
  readonly staffId: string;
  readonly certifiedFor: readonly string[];
}

/** 忙闲不均: how unevenly the windows are loaded, measured in visits per person. */
export interface Imbalance {
  /** 0 when all are equally busy, towards 1 when one has everything; `null` while there is nothing to compare. */
  readonly gini: number | null;
  readonly most: number | null;
  readonly least: number | null;
}

/** One person who would help more at another window. */
export interface Suggestion {
  readonly staffId: string;
  readonly fromWindowId: string;
  readonly toWindowId: string;
  readonly giniBefore: number;
  readonly giniAfter: number;
}

/** Visits per person; `null` where nobody serves. */
export const perPerson = ({ visits, staff }: WindowLoad): number | null => ratio(visits, people(staff));

/** An alert is raised from here on: half as uneven as can be is no accident of a few days. */
export const UNEVEN = 0.3;

export function imbalanceOf(loads: readonly WindowLoad[]): Imbalance {
  const values = loads.flatMap((load) => perPerson(load) ?? []);
  if (values.length < 2) return { gini: null, most: values[0] ?? null, least: values[0] ?? null };
  return { gini: gini(values), most: Math.max(...values), least: Math.min(...values) };
}

/**
 * Who could be lent to the busiest windows: from the least busy first, somebody certified for a department whose matters
 * the busy window takes, whose post stays covered by its pair, and only where it makes the whole more even. At least two
 * people stay, so that A and B still back each other (R149, R161).
 */
export function suggestions(loads: readonly WindowLoad[]): Suggestion[] {
  const before = imbalanceOf(loads).gini;
  if (before === null) return [];
  const byLoad = loads
    .filter((load) => perPerson(load) !== null)
    .sort((one, other) => order(perPerson(one), perPerson(other)) || (one.windowId < other.windowId ? -1 : 1));
  return byLoad
    .toReversed()
    .flatMap((busy) => byLoad.flatMap((idle) => lend(loads, idle, busy, before)))
    .sort((one, other) => one.giniAfter - other.giniAfter || (one.staffId < other.staffId ? -1 : 1));
}

function lend(loads: readonly WindowLoad[], idle: WindowLoad, busy: WindowLoad, before: number): Suggestion[] {
  if (idle === busy || order(perPerson(idle), perPerson(busy)) >= 0) return [];
  return idle.staff
    .filter((held) => mayLeave(held, idle) && fits(held, busy))
    .map((held) => ({ held, giniAfter: imbalanceOf(after(loads, idle, busy, held)).gini }))
    .filter(({ giniAfter }) => giniAfter !== null && giniAfter < before)
    .map(({ held: { staffId }, giniAfter }) => ({
      staffId,
      fromWindowId: idle.windowId,
      toWindowId: busy.windowId,
      giniBefore: before,
      giniAfter: giniAfter as number,
    }));
}

/** Somebody else backs the post, and two people stay. */
const mayLeave = ({ staffId, partnerId }: HeldPost, { staff }: WindowLoad): boolean => {
  const backup = staff.find(({ postId }) => postId === partnerId);
  return people(staff) > 2 && backup !== undefined && backup.staffId !== staffId;
};

const fits = ({ staffId, certifiedFor }: HeldPost, { staff, departmentIds }: WindowLoad): boolean =>
  departmentIds.some((id) => certifiedFor.includes(id)) && !staff.some((each) => each.staffId === staffId);

const after = (loads: readonly WindowLoad[], idle: WindowLoad, busy: WindowLoad, held: HeldPost): WindowLoad[] =>
  loads.map((load) => {
    if (load === idle) return { ...load, staff: load.staff.filter(({ staffId }) => staffId !== held.staffId) };
    return load === busy ? { ...load, staff: [...load.staff, held] } : load;
  });

const people = (staff: readonly HeldPost[]): number => new Set(staff.map(({ staffId }) => staffId)).size;
const ratio = (one: number, other: number): number | null => (other === 0 ? null : one / other);
const order = (one: number | null, other: number | null): number => (one ?? 0) - (other ?? 0);

/** Σ|xᵢ − xⱼ| / 2n·Σx; 0 where nobody has anything to do. */
function gini(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  if (sum === 0) return 0;
  const apart = values.reduce((total, one) => total + values.reduce((row, other) => row + Math.abs(one - other), 0), 0);
  return apart / (2 * values.length * sum);
}
