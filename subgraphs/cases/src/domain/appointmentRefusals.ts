import { DomainError } from "@yimen/kernel/errors";
import type { Appointment, AppointmentChannel, AppointmentCommand, AppointmentStatus, Slot } from "./appointment.js";
import { plans } from "./plans.js";

/** There is no such appointment for this caller. */
export class AppointmentNotFound extends DomainError {
  readonly code = "APPOINTMENT_NOT_FOUND";
  constructor(appointmentId: string) {
    super({ zh: "没有这个预约;请核对编号。", en: "There is no such appointment; check its id." }, { appointmentId });
  }
}

/** The command does not fit where the appointment stands. */
export class AppointmentTransitionNotAllowed extends DomainError {
  readonly code = "APPOINTMENT_TRANSITION_NOT_ALLOWED";
  constructor(
    { id, status }: Appointment,
    command: AppointmentCommand["type"],
    allowedFrom: readonly AppointmentStatus[],
  ) {
    super(
      {
        zh: "该预约的状态不允许此操作;请查看其现状。",
        en: `Cannot ${command} an appointment that is ${status}; look at where it stands.`,
      },
      { appointmentId: id, status, allowedFrom },
      plans.R098,
    );
  }
}

/** Somebody else changed the appointment after it was read. */
export class AppointmentChangedMeanwhile extends DomainError {
  readonly code = "APPOINTMENT_CHANGED_MEANWHILE";
  constructor({ id, status }: Appointment) {
    super(
      {
        zh: "该预约已被他人更新;请按最新状态核对后再试。",
        en: "Someone else changed this appointment; look at its present state and try again.",
      },
      { appointmentId: id, current: { status } },
    );
  }
}

/** There is no such slot at this outlet, or it is over. */
export class SlotNotOffered extends DomainError {
  readonly code = "SLOT_NOT_OFFERED";
  constructor(slotId: string) {
    super(
      {
        zh: "该网点没有可办此事项的这个预约时段,或时段已过;请另选时段。",
        en: "The outlet offers no such slot for this matter, or it is over; choose another one.",
      },
      { slotId },
      plans.R098,
    );
  }
}

/** Everything in the slot is taken. */
export class SlotFull extends DomainError {
  readonly code = "SLOT_FULL";
  constructor({ id, capacity }: Slot) {
    super(
      { zh: "该时段已约满;请另选时段。", en: "This slot is full; choose another one." },
      { slotId: id, capacity },
      plans.R098,
    );
  }
}

/** A slot begins after now, ends after it begins within a day, and has room for somebody; a window has one at a time. */
export class SlotNotValid extends DomainError {
  readonly code = "SLOT_NOT_VALID";
  constructor() {
    super(
      {
        zh: "时段有误:须在当前时刻之后、起止在同一天内、容量 1 至 100,且该窗口同一开始时刻只有一个时段。",
        en: "A slot lies ahead within one day, has room for 1 to 100, and is the window's only one that begins then.",
      },
      {},
      plans.R098,
    );
  }
}

/** The applicant asks online; whatever came by another way is taken down by the outlet's staff (R097). */
export class AppointmentChannelNotValid extends DomainError {
  readonly code = "APPOINTMENT_CHANNEL_NOT_VALID";
  constructor(channel: AppointmentChannel) {
    super(
      {
        zh: "申请人本人请选“网上”;现场、电话、微信、爱心卡由网点工作人员登记。",
        en: "Applicants ask ONLINE themselves; the outlet's staff take down what came at the counter, by telephone, WeChat or care card.",
      },
      { channel },
      plans.R097,
    );
  }
}

/** A ticket is drawn on the day that was agreed. */
export class AppointmentNotToday extends DomainError {
  readonly code = "APPOINTMENT_NOT_TODAY";
  constructor(appointmentId: string, startsAt: Date) {
    super(
      {
        zh: "预约不在今天;请按约定日期到场,或取消后重新预约。",
        en: "The appointment is not today; come on the agreed day, or cancel it and ask again.",
      },
      { appointmentId, startsAt },
      plans.R098,
    );
  }
}
