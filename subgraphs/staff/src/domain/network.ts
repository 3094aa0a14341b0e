import { existsOn, type Outlet, type OutletKind } from "./outlet.js";

/** One part of a region's shape, such as the 9 of 1+9+N: configuration, because every region's differs (R001, R004). */
export interface NetworkTarget {
  readonly regionId: string;
  /** As the plan writes it: "1", "9", "N". */
  readonly label: string;
  readonly kinds: readonly OutletKind[];
  /** `null` for N: as many as there is need for. */
  readonly count: number | null;
  /** The places that must have one, by name; may be empty where the plan names none. */
  readonly localities: readonly string[];
  readonly dueOn: string | null;
}

export const targetStates = ["COMPLETE", "IN_PROGRESS", "OVERDUE"] as const;
export type TargetState = (typeof targetStates)[number];

/** How far one part of the shape has been reached on a day. */
export interface TargetProgress {
  readonly target: NetworkTarget;
  readonly present: number;
  /** Named places without an outlet. */
  readonly missing: readonly string[];
  readonly state: TargetState;
}

/**
 * What of a region's shape exists on that day. It is overdue from the day after the one the plan gives (R002).
 *
 * @param outlets  all of the region's, past and future ones too
 */
export function networkCompleteness(
  targets: readonly NetworkTarget[],
  outlets: readonly Outlet[],
  asOf: string,
): TargetProgress[] {
  return targets.map((target) => {
    const existing = outlets.filter((outlet) => target.kinds.includes(outlet.kind) && existsOn(outlet, asOf));
    const covered = new Set(existing.map(({ locality }) => locality));
    const missing = target.localities.filter((locality) => !covered.has(locality));
    const complete = missing.length === 0 && existing.length >= (target.count ?? 1);
    const overdue = target.dueOn !== null && asOf > target.dueOn;
    const state = complete ? "COMPLETE" : overdue ? "OVERDUE" : "IN_PROGRESS";
    return { target, present: existing.length, missing, state };
  });
}
