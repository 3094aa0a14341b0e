import type { Context } from "./context.js";
import type { Appointment, AppointmentStatus, Slot } from "./domain/appointment.js";
import { isOfOutlet } from "./domain/appointmentVisibility.js";
import { NotYourCase, requireStaff } from "./domain/authority.js";
import { checkPage, LARGEST_PAGE, PageTooLarge } from "./domain/page.js";
import { findSlotsBetween, listAppointments } from "./store/appointmentStore.js";

/** The appointments of an outlet, or the applicant's own, newest first. @throws StaffOnly, NotYourCase, PageTooLarge */
export async function listVisibleAppointments(
  { db, caller }: Context,
  {
    outletId,
    statuses,
  }: { readonly outletId?: string | null; readonly statuses?: readonly AppointmentStatus[] | null },
  first: number,
): Promise<Appointment[]> {
  checkPage(first);
  if (caller.kind === "APPLICANT") {
    const { applicantId } = caller.claims;
    return applicantId ? listAppointments(db, { applicantId, outletId: outletId ?? undefined, statuses }, first) : [];
  }
  requireStaff(caller);
  const asked = outletId ?? caller.claims.outletId;
  if (!asked || !isOfOutlet(caller, asked)) throw new NotYourCase();
  return listAppointments(db, { outletId: asked, statuses }, first);
}

const LONGEST = 31; // days
const DAY = 86_400_000; // ms

/** What an outlet offers from an instant on; public. @throws PageTooLarge */
export async function listSlots(
  { db, clock }: Context,
  outletId: string,
  given: { readonly from: Date | null; readonly days: number },
): Promise<Slot[]> {
  if (given.days < 1 || given.days > LONGEST) throw new PageTooLarge(LONGEST);
  const from = given.from ?? clock();
  return findSlotsBetween(db, outletId, from, new Date(from.getTime() + given.days * DAY), LARGEST_PAGE);
}
