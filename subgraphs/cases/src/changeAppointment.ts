import { earlierResult, once } from "@yimen/kernel/idempotency";
import type { Context } from "./context.js";
import type { Appointment } from "./domain/appointment.js";
import { AppointmentNotFound } from "./domain/appointmentRefusals.js";
import { mayReadAppointment } from "./domain/appointmentVisibility.js";
import { requireOutletStaff } from "./domain/authority.js";
import { getAppointment, saveAppointment } from "./store/appointmentStore.js";
import { append, type NewEntry } from "./store/caseLog.js";
import type { Tx } from "./store/db.js";

/** What every change of an appointment comes with. */
export interface ChangeAppointmentInput {
  readonly clientMutationId: string;
  readonly appointmentId: string;
}

interface Change {
  readonly next: Appointment;
  /** Writes what belongs to the change; returns what the log says of it. */
  readonly alongside?: (tx: Tx) => Promise<readonly NewEntry[]>;
}

/**
 * Changes one appointment: load, decide, save, once per client key.
 *
 * @param by  whether only the outlet's staff may do it, or the applicant as well
 * @param change  asked for with the appointment as stored, and the member of staff who acts
 * @throws AppointmentNotFound, AppointmentChangedMeanwhile, StaffOnly, NotYourCase, and what `change` refuses
 */
export async function changeAppointment<I extends ChangeAppointmentInput>(
  { db, caller, clock }: Context,
  mutation: string,
  input: I,
  by: "STAFF" | "STAFF_OR_APPLICANT",
  change: (current: Appointment, staffId: string | null) => Promise<Change>,
): Promise<Appointment> {
  const { clientMutationId: key, ...rest } = input;
  const request = { caller, mutation, key, input: rest, resultId: input.appointmentId };
  const [current, earlier] = await Promise.all([getAppointment(db, input.appointmentId), earlierResult(db, request)]);
  if (!mayReadAppointment(caller, current)) throw new AppointmentNotFound(current.id);
  if (earlier) return getAppointment(db, earlier);

  const own = by === "STAFF_OR_APPLICANT" && caller.kind === "APPLICANT";
  const staffId = own ? null : requireOutletStaff(caller, current);
  const { next, alongside } = await change(current, staffId);
  await db.$transaction((tx) =>
    once(tx, request, async () => {
      const others = (await alongside?.(tx)) ?? [];
      await append(tx, await saveAppointment(tx, current, next, staffId, clock()), ...others);
      return current.id;
    }),
  );
  return getAppointment(db, current.id);
}
