import type { Case } from "./case.js";
import type { CaseEvent } from "./caseEvent.js";
import { requireOnList } from "./correction.js";
import { digestsOf, type HandedIn, requireDocuments } from "./handedIn.js";
import {
  CorrectionNotComplete,
  MaterialNotAwaited,
  MatterNotHandledOnline,
  NotHandedInOnline,
  NotTakenUp,
} from "./onlineRefusals.js";

/**
 * What it comes to when the applicant hands in materials online: what was asked to be put right, all of it at once, or
 * what was missing or was to follow (R064, R089).
 *
 * @throws NotHandedInOnline, MaterialNotNamed, MaterialNotOnList, MaterialNotAwaited, DocumentNotValid,
 * CorrectionNotComplete
 */
export function suppliedBy(current: Case, materials: readonly HandedIn[], at: string): CaseEvent {
  if (!current.online) throw new NotHandedInOnline(current.id);
  const requirementIds = materials.map(({ requirementId }) => requirementId);
  requireOnList(current, requirementIds);
  requireAwaited(current, requirementIds);
  requireDocuments(materials);
  const digests = digestsOf(materials);
  if (current.status !== "AWAITING_CORRECTION") {
    return { type: "MaterialsReceived", at, requirementIds, digests, by: null };
  }
  const open = current.materials.filter(
    ({ state, requirementId }) => state === "TO_CORRECT" && !requirementIds.includes(requirementId),
  );
  if (open.length > 0) throw new CorrectionNotComplete(open);
  return { type: "CorrectionReceived", at, digests, by: null };
}

interface Handled {
  readonly matterId: string;
  readonly handledOnline: boolean;
}

/** The catalogue says which matters can be handed in online (R064). @throws MatterNotHandledOnline */
export function requireHandledOnline({ matterId, handledOnline }: Handled): void {
  if (!handledOnline) throw new MatterNotHandledOnline(matterId);
}

/** What has been handed in is not exchanged under the eyes of who reviews it. @throws MaterialNotAwaited */
function requireAwaited({ materials }: Case, requirementIds: readonly string[]): void {
  const there = materials.filter(
    ({ state, requirementId }) => state === "PRESENT" && requirementIds.includes(requirementId),
  );
  if (there.length > 0) throw new MaterialNotAwaited(there);
}

/** Only what came online is taken up, by a window that does not have it yet. @throws NotHandedInOnline */
export function requireOnlineElsewhere(current: Case, windowId: string): void {
  if (!current.online || current.windowId === windowId) throw new NotHandedInOnline(current.id);
}

/** The window that works on the case. @throws NotTakenUp while it waits for one */
export function windowOf({ id, windowId }: { readonly id: string; readonly windowId: string | null }): string {
  if (windowId === null) throw new NotTakenUp(id);
  return windowId;
}
