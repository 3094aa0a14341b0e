import { randomUUID } from "node:crypto";
import { once } from "@yimen/kernel/idempotency";
import { type ChangeAppointmentInput, changeAppointment } from "./changeAppointment.js";
import type { Context } from "./context.js";
import { ApplicantNotValid, requireApplicant } from "./domain/applicant.js";
import {
  type Appointment,
  type AppointmentChannel,
  changedAppointment,
  queuesFrom,
  requireChannel,
  requireSlot,
  requireToday,
  type Slot,
} from "./domain/appointment.js";
import { SlotNotOffered } from "./domain/appointmentRefusals.js";
import { NotYourCase, requireOutletStaff } from "./domain/authority.js";
import type { Lane } from "./domain/queue.js";
import { drawTicket } from "./queueActs.js";
import {
  bookPlace,
  freePlace,
  getAppointment,
  getSlot,
  insertAppointment,
  insertSlot,
} from "./store/appointmentStore.js";
import { append } from "./store/caseLog.js";

export interface OfferSlotInput {
  readonly clientMutationId: string;
  readonly outletId: string;
  readonly windowId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly capacity: number;
}

/** Opens a window for appointments at a time. @throws StaffOnly, NotYourCase, SlotNotValid, DutyUnknown */
export async function offerSlot({ db, caller, staff, clock }: Context, input: OfferSlotInput): Promise<Slot> {
  const staffId = requireOutletStaff(caller, input);
  const { clientMutationId: key, ...slot } = input;
  const now = clock();
  requireSlot(slot, now);
  if ((await staff.duty(staffId, slot.windowId, now)).outletId !== slot.outletId) throw new NotYourCase();
  const id = randomUUID();
  const request = { caller, mutation: "offerAppointmentSlot", key, input: slot, resultId: id };
  const offered = await db.$transaction((tx) =>
    once(tx, request, async () => {
      await insertSlot(tx, { ...slot, id, booked: 0 });
      return id;
    }),
  );
  return getSlot(db, offered);
}

export interface RequestAppointmentInput {
  readonly clientMutationId: string;
  readonly outletId: string;
  readonly matterId: string;
  readonly channel: AppointmentChannel;
  readonly name: string;
  readonly phone?: string | null;
  readonly applicantId?: string | null;
  readonly wish?: string | null;
}

const LONGEST_WISH = 500; // characters

/**
 * Asks for an appointment (R097): the applicant online, or the outlet's staff for somebody at the counter, on the
 * telephone, by WeChat or by a care card.
 *
 * @throws StaffOnly, NotYourCase, AppointmentChannelNotValid, ApplicantNotValid, MatterNotOffered, SiblingUnavailable
 */
export async function requestAppointment(
  { db, caller, catalogue, clock }: Context,
  input: RequestAppointmentInput,
): Promise<Appointment> {
  const online = caller.kind === "APPLICANT";
  const requestedById = online ? null : requireOutletStaff(caller, input);
  const channel = requireChannel(input.channel, !online);
  const { clientMutationId: key, name, phone = null, wish = null, outletId, matterId } = input;
  const applicantId = online ? (caller.claims.applicantId ?? null) : (input.applicantId ?? null);
  requireApplicant({ kind: "PERSON", name, phone, idNumber: null, applicantId });
  if (wish !== null && wish.length > LONGEST_WISH) throw new ApplicantNotValid("wish", LONGEST_WISH);
  await catalogue.notice(matterId);
  const id = randomUUID();
  const { clientMutationId: _, ...rest } = input;
  const request = { caller, mutation: "requestAppointment", key, input: rest, resultId: id };
  const asked: Appointment = {
    ...{ id, outletId, matterId, channel, applicantId, wish, requestedById },
    ...{ slotId: null, agreedAt: null, noticeGuideId: null, noticeText: null, reason: null, ticketId: null },
    status: "REQUESTED",
    requestedAt: clock(),
    version: 1,
  };
  const stored = await db.$transaction((tx) =>
    once(tx, request, async () => {
      await append(tx, await insertAppointment(tx, asked, { name, phone }));
      return id;
    }),
  );
  return getAppointment(db, stored);
}

/**
 * Agrees to a time, and tells everything to bring at once: neither goes without the other (R098, I-K18).
 *
 * @throws StaffOnly, NotYourCase, AppointmentTransitionNotAllowed, SlotNotOffered, SlotFull, SiblingUnavailable
 */
export const agreeAppointment = (context: Context, input: ChangeAppointmentInput & { readonly slotId: string }) =>
  changeAppointment(context, "agreeAppointment", input, "STAFF", async (current, staffId) => {
    const { db, catalogue, staff, clock } = context;
    const at = clock();
    const slot = await getSlot(db, input.slotId);
    const [{ departmentId, guideId, text }, { windowDepartmentIds }] = await Promise.all([
      catalogue.notice(current.matterId),
      staff.duty(staffId ?? "", slot.windowId, at),
    ]);
    if (!windowDepartmentIds.includes(departmentId)) throw new SlotNotOffered(slot.id);
    return {
      next: changedAppointment(current, { type: "agree", at, slot, notice: { guideId, text } }),
      alongside: async (tx) => {
        await bookPlace(tx, slot);
        return [];
      },
    };
  });

/** Refuses a request, with the reason (R099). @throws StaffOnly, NotYourCase, ReasonRequired, AppointmentTransitionNotAllowed */
export const refuseAppointment = (context: Context, input: ChangeAppointmentInput & { readonly reason: string }) =>
  changeAppointment(context, "refuseAppointment", input, "STAFF", async (current) => ({
    next: changedAppointment(current, { type: "refuse", reason: input.reason }),
  }));

/** Takes an appointment back; its place is free again. @throws NotYourCase, AppointmentTransitionNotAllowed */
export const cancelAppointment = (context: Context, input: ChangeAppointmentInput & { readonly reason: string }) =>
  changeAppointment(context, "cancelAppointment", input, "STAFF_OR_APPLICANT", async (current) => ({
    next: changedAppointment(current, { type: "cancel", reason: input.reason }),
    alongside: async (tx) => {
      if (current.slotId) await freePlace(tx, current.slotId);
      return [];
    },
  }));

/**
 * The applicant has come: a ticket is drawn at the window of the slot, which queues from the agreed time on.
 *
 * @throws StaffOnly, NotYourCase, AppointmentTransitionNotAllowed, AppointmentNotToday
 */
export const arriveForAppointment = (context: Context, input: ChangeAppointmentInput & { readonly lane: Lane }) =>
  changeAppointment(context, "arriveForAppointment", input, "STAFF", async (current) => {
    const now = context.clock();
    const ticketId = randomUUID();
    const next = changedAppointment(current, { type: "arrive", ticketId });
    const slot = await getSlot(context.db, current.slotId ?? "");
    requireToday(current, slot, now);
    const { outletId, windowId } = slot;
    return {
      next,
      alongside: async (tx) => [
        await drawTicket(tx, { id: ticketId, outletId, windowId, lane: input.lane }, queuesFrom(slot, now), now),
      ],
    };
  });
