import { officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { type AppointmentGap, appointmentGaps } from "./domain/appointment.js";
import { type Managers, managersOf } from "./domain/managers.js";
import { stationOn } from "./domain/station.js";
import { rotationDue, type TeamMembership } from "./domain/team.js";
import { establishmentOf } from "./establishmentOf.js";
import { findAppointmentRules, findMemberships } from "./store/appointmentStore.js";
import { findPlacements, getAppraisee } from "./store/placementStore.js";
import { findStaffMembers } from "./store/staffMemberStore.js";
import { visiblePersonal } from "./visiblePersonal.js";

/** Who of a region is not employed, or does not come, as its plan asks (R144–R146); those the caller may know of. */
export async function measureAppointments(context: Context, regionId: string, asOf: string): Promise<AppointmentGap[]> {
  const [rules, establishment] = await Promise.all([
    findAppointmentRules(context.db, regionId),
    establishmentOf(context, regionId),
  ]);
  const staffIds = [...new Set(establishment.holdings.map(({ staffId }) => staffId))];
  const people = await findStaffMembers(context.db, staffIds);
  return visiblePersonal(context, appointmentGaps(rules, establishment, people, asOf));
}

/** Who of a region's acceptance team has served the term (R160); those the caller may know of. */
export async function measureRotation(context: Context, regionId: string, asOf: string): Promise<TeamMembership[]> {
  return visiblePersonal(context, rotationDue(await findMemberships(context.db, { regionId }), asOf));
}

/** Who leads somebody (R164–R166); `null` for people without a post, and for callers who may not know. */
export async function measureManagers(context: Context, staffId: string): Promise<Managers | null> {
  const [visible] = await visiblePersonal(context, [{ staffId }]);
  if (!visible) return null;
  const station = stationOn(await findPlacements(context.db, staffId), officeDay(context.clock()));
  return station && managersOf(await getAppraisee(context.db, staffId), station);
}
