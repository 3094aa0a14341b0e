import { randomUUID } from "node:crypto";
import { earlierResult, once } from "@yimen/kernel/idempotency";
import { instantOf, officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { NotYourCase, requireOutletStaff, requireStaff } from "./domain/authority.js";
import { NotOnDuty } from "./domain/duty.js";
import { callInstant, GREEN_IN_A_ROW, type Lane, nextTicket, type Ticket, ticketNumber } from "./domain/queue.js";
import { type Visit, visitBy } from "./domain/visit.js";
import { append, type NewEntry } from "./store/caseLog.js";
import type { Db, Tx } from "./store/db.js";
import {
  countTaken,
  findLastCalled,
  findTickets,
  findWaiting,
  insertTicket,
  lockQueue,
  moveTicket,
} from "./store/ticketStore.js";
import { endVisitRow, getVisit, insertVisit } from "./store/visitStore.js";

/** A queue begins anew every office day. */
export const queueBegan = (now: Date): Date => instantOf(officeDay(now), "00:00");

export interface TakeTicketInput {
  readonly clientMutationId: string;
  readonly outletId: string;
  readonly windowId: string;
  readonly lane: Lane;
}

/**
 * Draws a number for a window (取号); the navigators of the outlet do it for the visitor (R096).
 *
 * @throws StaffOnly, NotYourCase, DutyUnknown, SiblingUnavailable
 */
export async function takeTicket({ db, caller, clock, staff }: Context, input: TakeTicketInput): Promise<Ticket> {
  const staffId = requireOutletStaff(caller, input);
  const { clientMutationId: key, ...rest } = input;
  const { windowId, outletId, lane } = input;
  const takenAt = clock();
  const window = await staff.duty(staffId, windowId, takenAt);
  if (window.outletId !== outletId) throw new NotYourCase();
  const id = randomUUID();
  const request = { caller, mutation: "takeTicket", key, input: rest, resultId: id };
  const takenId = await db.$transaction((tx) =>
    once(tx, request, async () => {
      await append(tx, await drawTicket(tx, { id, outletId, windowId, lane }, takenAt, takenAt));
      return id;
    }),
  );
  const [ticket] = await findTickets(db, [takenId]);
  return ticket as Ticket;
}

/**
 * Gives out the next number of a lane.
 *
 * @param takenAt  from when on it queues
 * @returns what is to be appended to the log at the end of the transaction
 */
export async function drawTicket(
  tx: Tx,
  drawn: Pick<Ticket, "id" | "outletId" | "windowId" | "lane">,
  takenAt: Date,
  now: Date,
): Promise<NewEntry> {
  const { windowId, lane } = drawn;
  await lockQueue(tx, windowId);
  const number = ticketNumber(lane, 1 + (await countTaken(tx, windowId, lane, queueBegan(now))));
  return insertTicket(tx, { ...drawn, number, status: "WAITING", takenAt, calledAt: null, version: 1 }, now);
}

export interface CallNextInput {
  readonly clientMutationId: string;
  readonly windowId: string;
}

/**
 * Calls the next ticket of a window (叫号); the visit begins.
 *
 * @returns the visit; `null` when nobody waits
 * @throws StaffOnly, NotYourCase, NotOnDuty, DutyUnknown, SiblingUnavailable
 */
export async function callNextTicket({ db, caller, clock, staff }: Context, input: CallNextInput) {
  const staffId = requireStaff(caller);
  const { clientMutationId: key, ...rest } = input;
  const request = { caller, mutation: "callNextTicket", key, input: rest };
  const earlier = await earlierResult(db, request);
  if (earlier !== null) return visitOrNobody(db, earlier);

  const now = clock();
  const duty = await staff.duty(staffId, input.windowId, now);
  requireOutletStaff(caller, duty);
  if (!duty.present || !duty.postId) throw new NotOnDuty(duty);
  const id = await db.$transaction((tx) =>
    once(tx, request, async () => {
      await lockQueue(tx, input.windowId);
      const called = await findLastCalled(tx, input.windowId, GREEN_IN_A_ROW);
      const ticket = nextTicket(
        await findWaiting(tx, [input.windowId], queueBegan(now)),
        called.map(({ lane }) => lane),
      );
      if (!ticket) return NOBODY;
      const at = callInstant(now, called);
      const visit = visitBy(duty, { id: randomUUID(), applicantId: null, ticketId: ticket.id, startedAt: now });
      await append(tx, await moveTicket(tx, ticket, "CALLED", at), await insertVisit(tx, visit));
      return visit.id;
    }),
  );
  return visitOrNobody(db, id);
}

const NOBODY = ""; // waited: remembered like any other answer

const visitOrNobody = (db: Db, id: string): Promise<Visit> | null => (id === NOBODY ? null : getVisit(db, id));

export interface EndVisitInput {
  readonly clientMutationId: string;
  readonly visitId: string;
  /** The visitor did not come when called. */
  readonly missed: boolean;
}

/** Ends a visit; from then on it can be rated, once (R178). @throws VisitNotFound, StaffOnly, NotYourCase */
export async function endVisit({ db, caller, clock }: Context, input: EndVisitInput) {
  const visit = await getVisit(db, input.visitId);
  requireOutletStaff(caller, visit);
  const { clientMutationId: key, ...rest } = input;
  const at = new Date(Math.max(clock().getTime(), visit.startedAt.getTime()));
  await db.$transaction((tx) =>
    once(tx, { caller, mutation: "endVisit", key, input: rest, resultId: visit.id }, async () => {
      const ended = await endVisitRow(tx, visit, at);
      if (!ended) return visit.id; // it had ended: whoever asks gets its rating token again
      const [ticket] = visit.ticketId ? await findTickets(tx, [visit.ticketId]) : [];
      const moved = ticket ? [await moveTicket(tx, ticket, input.missed ? "MISSED" : "SERVED", at)] : [];
      await append(tx, ended, ...moved);
      return visit.id;
    }),
  );
  return getVisit(db, visit.id);
}
