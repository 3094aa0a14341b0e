import { randomUUID } from "node:crypto";
import { once } from "@yimen/kernel/idempotency";
import { instantOf, officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { requireOutletStaff, requireStaff } from "./domain/authority.js";
import { NotOnDuty } from "./domain/duty.js";
import { GREEN_IN_A_ROW, type Lane, nextTicket, type Ticket, ticketNumber } from "./domain/queue.js";
import type { Visit } from "./domain/visit.js";
import {
  countTaken,
  findTickets,
  findWaiting,
  insertTicket,
  lastCalledLanes,
  lockQueue,
  moveTicket,
} from "./store/ticketStore.js";
import { endVisitRow, getVisit, insertVisit } from "./store/visitStore.js";

export interface TakeTicketInput {
  readonly clientMutationId: string;
  readonly outletId: string;
  readonly windowId: string;
  readonly lane: Lane;
}

/** Draws a number for a window (取号); the navigators of the outlet do it for the visitor (R096). @throws StaffOnly, NotYourCase */
export async function takeTicket({ db, caller, clock }: Context, input: TakeTicketInput): Promise<Ticket> {
  requireOutletStaff(caller, input);
  const { clientMutationId: key, ...rest } = input;
  const takenAt = clock();
  const id = await db.$transaction((tx) =>
    once(tx, { caller, mutation: "takeTicket", key, input: rest }, async () => {
      await lockQueue(tx, input.windowId);
      const running = 1 + (await countTaken(tx, input.windowId, input.lane, instantOf(officeDay(takenAt), "00:00")));
      const ticket: Ticket = {
        id: randomUUID(),
        outletId: input.outletId,
        windowId: input.windowId,
        lane: input.lane,
        number: ticketNumber(input.lane, running),
        status: "WAITING",
        takenAt,
        calledAt: null,
        version: 1,
      };
      await insertTicket(tx, ticket);
      return ticket.id;
    }),
  );
  const [ticket] = await findTickets(db, [id]);
  return ticket as Ticket;
}

export interface CallNextInput {
  readonly clientMutationId: string;
  readonly windowId: string;
}

/**
 * Calls the next ticket of a window (叫号); the visit begins.
 *
 * @returns the visit; `null` when nobody waits
 * @throws StaffOnly, NotOnDuty, SiblingUnavailable
 */
export async function callNextTicket(
  { db, caller, clock, staff }: Context,
  input: CallNextInput,
): Promise<Visit | null> {
  const now = clock();
  const duty = await staff.duty(requireStaff(caller), input.windowId, now);
  requireOutletStaff(caller, duty);
  if (!duty.present || !duty.postId) throw new NotOnDuty(duty);
  const { clientMutationId: key, ...rest } = input;
  const id = await db.$transaction((tx) =>
    once(tx, { caller, mutation: "callNextTicket", key, input: rest }, async () => {
      await lockQueue(tx, input.windowId);
      const lanes = await lastCalledLanes(tx, input.windowId, GREEN_IN_A_ROW);
      const ticket = nextTicket(await findWaiting(tx, [input.windowId]), lanes);
      if (!ticket) return "";
      await moveTicket(tx, ticket, "CALLED", now);
      const visit: Visit = {
        id: randomUUID(),
        outletId: duty.outletId,
        windowId: duty.windowId,
        officerId: duty.staffId,
        actingForId: duty.actingForId,
        applicantId: null,
        ticketId: ticket.id,
        startedAt: now,
        endedAt: null,
        version: 1,
      };
      await insertVisit(tx, visit);
      return visit.id;
    }),
  );
  return id ? getVisit(db, id) : null;
}

export interface EndVisitInput {
  readonly clientMutationId: string;
  readonly visitId: string;
  /** The visitor did not come when called. */
  readonly missed: boolean;
}

/** Ends a visit; from then on it can be rated, once (R178). @throws VisitNotFound, StaffOnly, NotYourCase */
export async function endVisit({ db, caller, clock }: Context, input: EndVisitInput): Promise<Visit> {
  requireOutletStaff(caller, await getVisit(db, input.visitId));
  const { clientMutationId: key, ...rest } = input;
  const at = clock();
  await db.$transaction((tx) =>
    once(tx, { caller, mutation: "endVisit", key, input: rest }, async () => {
      const visit = await getVisit(tx, input.visitId);
      const ended = await endVisitRow(tx, visit, at);
      const [ticket] = ended && visit.ticketId ? await findTickets(tx, [visit.ticketId]) : [];
      if (ticket) await moveTicket(tx, ticket, input.missed ? "MISSED" : "SERVED", at);
      return visit.id;
    }),
  );
  return getVisit(db, input.visitId);
}
