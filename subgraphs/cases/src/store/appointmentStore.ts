import type { Appointment, AppointmentChannel, AppointmentStatus, Slot } from "../domain/appointment.js";
import {
  AppointmentChangedMeanwhile,
  AppointmentNotFound,
  SlotFull,
  SlotNotOffered,
  SlotNotValid,
} from "../domain/appointmentRefusals.js";
import type { AppointmentModel } from "../generated/prisma/models.js";
import type { NewEntry } from "./caseLog.js";
import type { Db, Tx } from "./db.js";
import { isUuid } from "./uuid.js";

/** Who asked for an appointment. */
export interface AppointmentPerson {
  readonly name: string;
  readonly phone: string | null;
}

/** The slots of an outlet that begin within a time, the earliest first. */
export function findSlotsBetween(db: Db, outletId: string, from: Date, to: Date, limit: number): Promise<Slot[]> {
  const where = { outletId, startsAt: { gte: from, lt: to } };
  return db.appointmentSlot.findMany({ where, orderBy: [{ startsAt: "asc" }, { windowId: "asc" }], take: limit });
}

export const findSlots = (db: Db | Tx, ids: readonly string[]): Promise<Slot[]> =>
  db.appointmentSlot.findMany({ where: { id: { in: ids.filter(isUuid) } } });

/** @throws SlotNotOffered */
export async function getSlot(db: Db | Tx, id: string): Promise<Slot> {
  const [found] = await findSlots(db, [id]);
  if (!found) throw new SlotNotOffered(id);
  return found;
}

/** @throws SlotNotValid when the window has one that begins at the same time */
export async function insertSlot(tx: Tx, slot: Slot): Promise<void> {
  const { count } = await tx.appointmentSlot.createMany({ data: [slot], skipDuplicates: true });
  if (count === 0) throw new SlotNotValid();
}

/** Takes one place of a slot; the row's lock lets one after the other look whether there is one. @throws SlotFull */
export async function bookPlace(tx: Tx, slot: Slot): Promise<void> {
  const taken = await tx.$executeRaw`
    update "appointment_slot" set "booked" = "booked" + 1 where "id" = ${slot.id}::uuid and "booked" < "capacity"`;
  if (taken === 0) throw new SlotFull(slot);
}

/** Gives one place of a slot back. */
export async function freePlace(tx: Tx, slotId: string): Promise<void> {
  await tx.$executeRaw`update "appointment_slot" set "booked" = "booked" - 1 where "id" = ${slotId}::uuid`;
}

export async function findAppointments(db: Db | Tx, ids: readonly string[]): Promise<Appointment[]> {
  return (await db.appointment.findMany({ where: { id: { in: ids.filter(isUuid) } } })).map(fromRow);
}

/** @throws AppointmentNotFound */
export async function getAppointment(db: Db | Tx, id: string): Promise<Appointment> {
  const [found] = await findAppointments(db, [id]);
  if (!found) throw new AppointmentNotFound(id);
  return found;
}

/** What a list of appointments is narrowed down to. */
export interface AppointmentFilter {
  readonly outletId?: string;
  readonly applicantId?: string;
  readonly statuses?: readonly AppointmentStatus[] | null;
}

/** Appointments, the newest request first. */
export async function listAppointments(
  db: Db,
  { outletId, applicantId, statuses }: AppointmentFilter,
  first: number,
): Promise<Appointment[]> {
  const where = { outletId, applicantId, status: statuses ? { in: [...statuses] } : undefined };
  const orderBy = [{ requestedAt: "desc" as const }, { id: "desc" as const }];
  return (await db.appointment.findMany({ where, orderBy, take: first })).map(fromRow);
}

export async function findAppointmentPersons(db: Db, appointmentIds: readonly string[]) {
  return db.appointmentPerson.findMany({ where: { appointmentId: { in: [...appointmentIds] } } });
}

/** Stores a request and who made it. @returns what is to be appended to the log at the end of the transaction */
export async function insertAppointment(tx: Tx, request: Appointment, person: AppointmentPerson): Promise<NewEntry> {
  await tx.appointment.createMany({ data: [request] });
  await tx.appointmentPerson.createMany({ data: [{ appointmentId: request.id, ...person }] });
  return appointmentEntry(null, request, request.requestedById, request.requestedAt);
}

/**
 * Saves a change.
 *
 * @returns what is to be appended to the log at the end of the transaction
 * @throws AppointmentChangedMeanwhile when the stored version is not the one `next` was computed from
 */
export async function saveAppointment(
  tx: Tx,
  before: Appointment,
  next: Appointment,
  staffId: string | null,
  at: Date,
): Promise<NewEntry> {
  const { count } = await tx.appointment.updateMany({ where: { id: next.id, version: before.version }, data: next });
  if (count === 0) throw new AppointmentChangedMeanwhile(await getAppointment(tx, next.id));
  return appointmentEntry(before.status, next, staffId, at);
}

const eventOf = {
  REQUESTED: "AppointmentRequested",
  AGREED: "AppointmentAgreed",
  REFUSED: "AppointmentRefused",
  CANCELLED: "AppointmentCancelled",
  ARRIVED: "AppointmentArrived",
} as const satisfies Record<AppointmentStatus, string>;

const appointmentEntry = (
  statusBefore: AppointmentStatus | null,
  { id, version, outletId, status, slotId }: Appointment,
  staffId: string | null,
  at: Date,
): NewEntry => ({
  stream: "APPOINTMENT",
  streamId: id,
  version,
  type: eventOf[status],
  at,
  outletId,
  windowId: null,
  departmentId: null,
  statusBefore,
  statusAfter: status,
  confidential: true, // between the outlet and who asked
  data: { by: staffId === null ? null : { staffId, actingForId: null }, slotId },
});

const fromRow = (row: AppointmentModel): Appointment => ({
  ...row,
  channel: row.channel as AppointmentChannel,
  status: row.status as AppointmentStatus,
});
