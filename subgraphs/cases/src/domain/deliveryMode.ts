import type { MatterFacts } from "./duty.js";

/**
 * How a service is brought to where people are (R050): the department's own people sit at the outlet's window (窗口前移),
 * the outlet collects for the department (委托收件), or an agent hands it in for the applicant (帮办代办).
 */
export const deliveryModes = ["WINDOW_FORWARD", "ENTRUSTED_COLLECTION", "PROXY"] as const;
export type DeliveryMode = (typeof deliveryModes)[number];

interface HandedInBy {
  readonly windowId: string | null;
  /** The department that sends who takes it; left out or `null` for the outlet's own staff. */
  readonly homeDepartmentId?: string | null;
}

/** Nothing of the kind is needed where applicants hand it in online themselves: `null`. */
export function deliveryModeOf(
  { departmentId }: Pick<MatterFacts, "departmentId">,
  { windowId, homeDepartmentId }: HandedInBy,
  agentOutletId: string | undefined,
): DeliveryMode | null {
  if (agentOutletId !== undefined) return "PROXY";
  if (windowId === null) return null;
  return homeDepartmentId === departmentId ? "WINDOW_FORWARD" : "ENTRUSTED_COLLECTION";
}
