import { instantOfMinute, officeDay } from "@yimen/workdays/instant";
import { isOpen } from "@yimen/workdays/openNow";
import type { Context } from "./context.js";
import { requireService } from "./domain/authority.js";
import { type Certificate, isValidAt } from "./domain/certificate.js";
import { capacityAtWindow } from "./domain/duty.js";
import { isPresent } from "./domain/presence.js";
import type { VisibleStaffMember } from "./domain/staffMember.js";
import type { Window, WindowDepartment } from "./domain/window.js";
import { findRosters } from "./store/rosterStore.js";

/** What somebody is at a window at an instant: what a sibling relies on when it lets them act (I-S6). */
export interface Duty {
  readonly member: VisibleStaffMember;
  readonly window: Window;
  readonly departments: readonly WindowDepartment[];
  readonly regionId: string;
  readonly outletLists: readonly string[];
  readonly open: boolean;
  readonly present: boolean;
  readonly postId: string | null;
  readonly actingForId: string | null;
  readonly certificates: readonly Certificate[];
}

/**
 * @returns `null` when there is no such window or no such person
 * @throws NotAService
 */
export async function dutyOf(context: Context, staffId: string, windowId: string, at: Date): Promise<Duty | null> {
  const { db, caller, loaders, calendar } = context;
  requireService(caller);
  const [member, window] = await Promise.all([loaders.staffById.load(staffId), loaders.windowById.load(windowId)]);
  const outlet = window && (await loaders.outletById.load(window.outletId));
  if (!member || !window || !outlet) return null;
  const [departments, certificates, [roster]] = await Promise.all([
    loaders.departmentsAtWindow.load(windowId),
    loaders.certificatesOf.load(staffId),
    findRosters(db, [outlet.id], instantOfMinute(officeDay(at), 0)),
  ]);
  if (!roster) return null;
  const { postId, actingForId } = capacityAtWindow(roster, staffId, windowId, at);
  return {
    member,
    window,
    departments,
    regionId: outlet.regionId,
    outletLists: outlet.lists,
    open: isOpen(outlet.hours, at, calendar),
    present: isPresent(roster, staffId, at),
    postId,
    actingForId,
    certificates: certificates.filter((certificate) => isValidAt(certificate, at)),
  };
}
