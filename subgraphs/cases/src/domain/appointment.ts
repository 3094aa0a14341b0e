import { officeDay } from "@yimen/workdays/instant";
import {
  AppointmentChannelNotValid,
  AppointmentNotToday,
  AppointmentTransitionNotAllowed,
  SlotNotOffered,
  SlotNotValid,
} from "./appointmentRefusals.js";
import { plans } from "./plans.js";
import { ReasonRequired } from "./refusals.js";

/** How it was asked for: at the counter, by telephone, online, by WeChat, or on a care card left behind (R097, R106). */
export const appointmentChannels = ["ONSITE", "PHONE", "ONLINE", "WECHAT", "CARE_CARD"] as const;
export type AppointmentChannel = (typeof appointmentChannels)[number];

export const appointmentStatuses = ["REQUESTED", "AGREED", "REFUSED", "CANCELLED", "ARRIVED"] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

/** A stretch of time at a window with room for so many. */
export interface Slot {
  readonly id: string;
  readonly outletId: string;
  readonly windowId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly capacity: number;
  readonly booked: number;
}

/** A wish to be served at an agreed time (R097); who asked stands apart. */
export interface Appointment {
  readonly id: string;
  readonly outletId: string;
  readonly matterId: string;
  readonly channel: AppointmentChannel;
  readonly status: AppointmentStatus;
  readonly applicantId: string | null;
  /** When the applicant would like to come, in words. */
  readonly wish: string | null;
  readonly requestedAt: Date;
  /** The member of staff who took it down; `null` when the applicant asked online. */
  readonly requestedById: string | null;
  readonly slotId: string | null;
  readonly agreedAt: Date | null;
  /** The full notice that was given when it was agreed. */
  readonly noticeGuideId: string | null;
  readonly noticeText: string | null;
  /** Why it was refused or cancelled. */
  readonly reason: string | null;
  readonly ticketId: string | null;
  readonly version: number;
}

export type AppointmentCommand =
  | {
      readonly type: "agree";
      readonly at: Date;
      readonly slot: Slot;
      readonly notice: { readonly guideId: string; readonly text: string };
    }
  | { readonly type: "refuse"; readonly reason: string }
  | { readonly type: "cancel"; readonly reason: string }
  | { readonly type: "arrive"; readonly ticketId: string };

/** From which statuses each command is allowed. */
export const appointmentAllowedFrom = {
  agree: ["REQUESTED"],
  refuse: ["REQUESTED"],
  cancel: ["REQUESTED", "AGREED"],
  arrive: ["AGREED"],
} as const satisfies Record<AppointmentCommand["type"], readonly AppointmentStatus[]>;

/**
 * The appointment after a command. Agreeing takes a time and tells everything to bring (R098, I-K18); refusing takes a
 * reason (R099).
 *
 * @throws AppointmentTransitionNotAllowed, SlotNotOffered, ReasonRequired
 */
export function changedAppointment(current: Appointment, command: AppointmentCommand): Appointment {
  const allowed: readonly AppointmentStatus[] = appointmentAllowedFrom[command.type];
  if (!allowed.includes(current.status)) throw new AppointmentTransitionNotAllowed(current, command.type, allowed);
  const next = { ...current, version: current.version + 1 };
  switch (command.type) {
    case "agree": {
      const { slot, notice, at } = command;
      if (slot.outletId !== current.outletId || slot.endsAt <= at) throw new SlotNotOffered(slot.id);
      return {
        ...next,
        status: "AGREED",
        slotId: slot.id,
        agreedAt: at,
        noticeGuideId: notice.guideId,
        noticeText: notice.text,
      };
    }
    case "refuse":
      if (command.reason.trim() === "") throw new ReasonRequired(plans.R099);
      return { ...next, status: "REFUSED", reason: command.reason };
    case "cancel":
      return { ...next, status: "CANCELLED", reason: command.reason.trim() || null };
    case "arrive":
      return { ...next, status: "ARRIVED", ticketId: command.ticketId };
  }
}

/** Who comes when agreed queues from the agreed time on, and not behind those who came after it. */
export const queuesFrom = ({ startsAt }: Pick<Slot, "startsAt">, arrivedAt: Date): Date =>
  startsAt < arrivedAt ? startsAt : arrivedAt;

const LARGEST_CAPACITY = 100;

/** @throws SlotNotValid unless it lies ahead, within one office day, and has room for somebody */
export function requireSlot({ startsAt, endsAt, capacity }: Omit<Slot, "id" | "booked">, now: Date): void {
  const within = startsAt > now && endsAt > startsAt && officeDay(startsAt) === officeDay(endsAt);
  if (!within || capacity < 1 || capacity > LARGEST_CAPACITY) throw new SlotNotValid();
}

/** The channel of a request: online by the applicant, everything else taken down by staff. @throws AppointmentChannelNotValid */
export function requireChannel(channel: AppointmentChannel, byStaff: boolean): AppointmentChannel {
  if (byStaff === (channel === "ONLINE")) throw new AppointmentChannelNotValid(channel);
  return channel;
}

/** @throws AppointmentNotToday unless the slot is of the day of `now` */
export function requireToday(appointment: Appointment, slot: Slot, now: Date): void {
  if (officeDay(slot.startsAt) !== officeDay(now)) throw new AppointmentNotToday(appointment.id, slot.startsAt);
}
