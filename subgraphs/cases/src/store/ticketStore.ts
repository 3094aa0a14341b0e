import type { Lane, Ticket, TicketStatus } from "../domain/queue.js";
import type { TicketModel } from "../generated/prisma/models.js";
import type { NewEntry } from "./caseLog.js";
import type { Db, Tx } from "./db.js";
import { isUuid } from "./uuid.js";

/** Makes callers of one window's queue wait for each other, so that two officers never call the same ticket. */
export async function lockQueue(tx: Tx, windowId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`queue:${windowId}`}))`;
}

/** Tickets of windows that wait, of those taken since then. */
export async function findWaiting(db: Db | Tx, windowIds: readonly string[], since: Date): Promise<Ticket[]> {
  const rows = await db.ticket.findMany({
    where: { windowId: { in: [...windowIds] }, status: "WAITING", takenAt: { gte: since } },
    orderBy: [{ takenAt: "asc" }, { number: "asc" }],
  });
  return rows.map(fromRow);
}

export async function findTickets(db: Db | Tx, ids: readonly string[]): Promise<Ticket[]> {
  return (await db.ticket.findMany({ where: { id: { in: ids.filter(isUuid) } } })).map(fromRow);
}

/** The tickets a window called last, newest first. */
export async function findLastCalled(tx: Tx, windowId: string, count: number): Promise<Ticket[]> {
  const rows = await tx.ticket.findMany({
    where: { windowId, calledAt: { not: null } },
    orderBy: { calledAt: "desc" },
    take: count,
  });
  return rows.map(fromRow);
}

/** How many tickets of a lane a window gave out since then. */
export function countTaken(tx: Tx, windowId: string, lane: Lane, since: Date): Promise<number> {
  return tx.ticket.count({ where: { windowId, lane, takenAt: { gte: since } } });
}

/** Stores a new ticket. @returns what is to be appended to the log at the end of the transaction */
export async function insertTicket(tx: Tx, ticket: Ticket, at: Date): Promise<NewEntry> {
  await tx.ticket.createMany({ data: [ticket] });
  return ticketEntry(ticket, "TicketTaken", null, at);
}

/**
 * Moves a ticket on. The queue's lock, or the visit's end, makes sure nobody else does.
 *
 * @returns what is to be appended to the log at the end of the transaction
 */
export async function moveTicket(tx: Tx, ticket: Ticket, status: TicketStatus, at: Date): Promise<NewEntry> {
  const version = ticket.version + 1;
  const calledAt = status === "CALLED" ? at : ticket.calledAt;
  await tx.ticket.updateMany({ where: { id: ticket.id }, data: { status, version, calledAt } });
  return ticketEntry({ ...ticket, status, version, calledAt }, eventOf[status], ticket.status, at);
}

const eventOf = {
  WAITING: "TicketTaken",
  CALLED: "TicketCalled",
  SERVED: "TicketServed",
  MISSED: "TicketMissed",
} as const satisfies Record<TicketStatus, string>;

const ticketEntry = (ticket: Ticket, type: string, statusBefore: string | null, at: Date): NewEntry => ({
  stream: "TICKET",
  streamId: ticket.id,
  version: ticket.version,
  type,
  at,
  outletId: ticket.outletId,
  windowId: ticket.windowId,
  departmentId: null,
  statusBefore,
  statusAfter: ticket.status,
  confidential: false,
  data: { lane: ticket.lane, number: ticket.number },
});

const fromRow = (row: TicketModel): Ticket => ({ ...row, lane: row.lane as Lane, status: row.status as TicketStatus });
