export const lanes = ["NORMAL", "GREEN"] as const;
/** GREEN is the lane of the old and the disabled (R103). */
export type Lane = (typeof lanes)[number];

export const ticketStatuses = ["WAITING", "CALLED", "SERVED", "MISSED"] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

/** A numbered place in a window's queue (排队号). */
export interface Ticket {
  readonly id: string;
  readonly outletId: string;
  readonly windowId: string;
  readonly lane: Lane;
  /** As printed: lane letter and running number of the day, such as "A012" or "G003". */
  readonly number: string;
  readonly status: TicketStatus;
  readonly takenAt: Date;
  readonly calledAt: Date | null;
  readonly version: number;
}

/** At most so many of the green lane are called in a row while somebody waits in the normal one (I-K19). */
export const GREEN_IN_A_ROW = 3;

/**
 * Who is called next: first come first served within a lane, the green lane before the normal one, but never so that
 * the normal lane waits for ever.
 *
 * @param waiting  tickets of one window that wait, in any order
 * @param called  lanes of the tickets called before, newest first
 */
export function nextTicket(waiting: readonly Ticket[], called: readonly Lane[]): Ticket | null {
  const first = (lane: Lane) =>
    waiting
      .filter((ticket) => ticket.lane === lane)
      .reduce<Ticket | null>((one, other) => (one && !before(other, one) ? one : other), null);
  const green = first("GREEN");
  const normal = first("NORMAL");
  if (!green || !normal) return green ?? normal;
  const row = called.findIndex((lane) => lane !== "GREEN");
  const greens = row === -1 ? called.length : row;
  return greens >= GREEN_IN_A_ROW ? normal : green;
}

/** When a call happens for the queue's order: after every earlier one, though clocks may show the same instant. */
export const callInstant = (now: Date, called: readonly Ticket[]): Date =>
  new Date(Math.max(now.getTime(), ...called.map(({ calledAt }) => (calledAt?.getTime() ?? 0) + 1)));

const before = (one: Ticket, other: Ticket) =>
  one.takenAt < other.takenAt || (+one.takenAt === +other.takenAt && one.number < other.number);

/** The number printed on a ticket. */
export const ticketNumber = (lane: Lane, running: number): string =>
  `${lane === "GREEN" ? "G" : "A"}${String(running).padStart(3, "0")}`;
