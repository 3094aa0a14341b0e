import { DomainError } from "@yimen/kernel/errors";
import { plans } from "./plans.js";

/** 个人、企业“两个全生命周期” (R025). */
export const lifecycles = ["PERSON", "ENTERPRISE"] as const;
export type Lifecycle = (typeof lifecycles)[number];

/** A zone of a hall: a theme (R024), a life cycle (R025), or where the chief representatives sit together (R207). */
export interface HallZone {
  readonly outletId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly lifecycle: Lifecycle | null;
  readonly approval: boolean;
  readonly windowIds: readonly string[];
  /** Departments whose chief representatives sit there; of the approval zone only. */
  readonly departmentIds: readonly string[];
}

export class ZonesInvalid extends DomainError {
  readonly code = "ZONES_INVALID";
  constructor(reason: "NAME" | "WINDOW_TWICE" | "OTHER_WINDOW" | "LIFECYCLE_TWICE" | "APPROVAL_TWICE" | "DEPARTMENT") {
    super(
      {
        zh: "大厅分区须各有名称,一个窗口只属于一个区域,个人、企业全生命周期区各一个,首席代表集中办公区一个。",
        en: "Zones have names of their own; a window belongs to one; there is one zone for each life cycle and one for approval.",
      },
      { reason },
      plans.R024,
    );
  }
}

const repeats = (values: readonly string[]): boolean => new Set(values).size < values.length;

/**
 * @param windowIds  the hall's windows
 * @throws ZonesInvalid
 */
export function requireZones(zones: readonly HallZone[], windowIds: readonly string[]): readonly HallZone[] {
  const named = zones.map((zone) => ({ ...zone, name: zone.name.trim(), nameEn: zone.nameEn.trim() }));
  if (named.some(({ name }) => name === "") || repeats(named.map(({ name }) => name))) throw new ZonesInvalid("NAME");
  const placed = zones.flatMap((zone) => zone.windowIds);
  if (repeats(placed)) throw new ZonesInvalid("WINDOW_TWICE");
  if (placed.some((id) => !windowIds.includes(id))) throw new ZonesInvalid("OTHER_WINDOW");
  if (repeats(zones.flatMap(({ lifecycle }) => lifecycle ?? []))) throw new ZonesInvalid("LIFECYCLE_TWICE");
  if (zones.filter(({ approval }) => approval).length > 1) throw new ZonesInvalid("APPROVAL_TWICE");
  const seated = zones.flatMap(({ departmentIds }) => departmentIds);
  if (repeats(seated) || zones.some((zone) => !zone.approval && zone.departmentIds.length > 0)) {
    throw new ZonesInvalid("DEPARTMENT");
  }
  return named;
}

/** Departments at the hall's windows whose chief representative does not sit in the approval zone (R207). */
export function outsideApprovalZone(zones: readonly HallZone[], departmentIds: readonly string[]): string[] {
  const seated = new Set(zones.filter(({ approval }) => approval).flatMap((zone) => zone.departmentIds));
  return [...new Set(departmentIds)].filter((id) => !seated.has(id)).sort();
}
