import type { Calendar } from "@yimen/workdays/calendar";
import { isQualified } from "./presence.js";
import type { Roster } from "./roster.js";
import { servingAtWindow } from "./serving.js";
import type { Window, WindowDepartment } from "./window.js";

/** Somebody who serves now and may take the department's matters at that window. */
export interface Selectable {
  readonly staffId: string;
  readonly windowId: string;
  readonly postId: string;
  readonly actingForId: string | null;
}

/**
 * Whom a citizen may choose for a department's matters: on duty ∩ certified ∩ the window takes them (R182, I-G9). B who
 * stands in is there for A; whoever is away never is. What is entrusted is taken by a comprehensive window's own people
 * only, as at acceptance (R055, R057).
 *
 * @param atWindow  which departments are at these windows
 */
export function selectableAt(
  roster: Roster,
  windows: readonly Window[],
  atWindow: readonly WindowDepartment[],
  departmentId: string,
  at: Date,
  calendar: Calendar,
): Selectable[] {
  return windows.flatMap((window) => {
    const presence = atWindow.find((each) => each.windowId === window.id && each.departmentId === departmentId);
    if (!presence) return [];
    const entrusted = presence.mode === "ENTRUSTED";
    if (entrusted && window.kind !== "COMPREHENSIVE") return [];
    return servingAtWindow(roster, window.id, at, calendar)
      .filter(({ staffId }) => mayTake(roster, staffId, departmentId, entrusted, at))
      .map(({ staffId, postId, actingForId }) => ({ staffId, windowId: window.id, postId, actingForId }));
  });
}

function mayTake(roster: Roster, staffId: string, departmentId: string, entrusted: boolean, at: Date): boolean {
  if (roster.homeDepartments.get(staffId) === departmentId) return !entrusted;
  const business = { departmentId: null, departmentIds: [departmentId] };
  return isQualified(roster, staffId, business, at);
}
