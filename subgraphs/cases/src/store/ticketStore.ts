import type { Lane, Ticket, TicketStatus } from "../domain/queue.js";
import type { TicketModel } from "../generated/prisma/models.js";
import { append } from "./caseLog.js";
import type { Db, Tx } from "./db.js";

/** Makes callers of one window's queue wait for each other, so that two officers never call the same ticket. */
export async function lockQueue(tx: Tx, windowId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`queue:${windowId}`}))`;
}

/** Tickets by id, or of windows, that still wait. */
export async function findWaiting(db: Db | Tx, windowIds: readonly string[]): Promise<Ticket[]> {
  const rows = await db.ticket.findMany({
    where: { windowId: { in: [...windowIds] }, status: "WAITING" },
    orderBy: [{ takenAt: "asc" }, { number: "asc" }],
  });
  return rows.map(fromRow);
}

export async function findTickets(db: Db | Tx, ids: readonly string[]): Promise<Ticket[]> {
  return (await db.ticket.findMany({ where: { id: { in: [...ids] } } })).map(fromRow);
}

/** Lanes of the tickets a window called last, newest first. */
export async function lastCalledLanes(tx: Tx, windowId: string, count: number): Promise<Lane[]> {
  const rows = await tx.ticket.findMany({
    where: { windowId, calledAt: { not: null } },
    orderBy: { calledAt: "desc" },
    take: count,
    select: { lane: true },
  });
  return rows.map(({ lane }) => lane as Lane);
}

/** How many tickets of a lane a window gave out since then. */
export function countTaken(tx: Tx, windowId: string, lane: Lane, since: Date): Promise<number> {
  return tx.ticket.count({ where: { windowId, lane, takenAt: { gte: since } } });
}

export async function insertTicket(tx: Tx, ticket: Ticket): Promise<void> {
  await tx.ticket.create({ data: ticket });
  await log(tx, ticket, "TicketTaken", null, ticket.takenAt);
}

/** Moves a ticket on. The queue's lock, or the visit's end, makes sure nobody else does. */
export async function moveTicket(tx: Tx, ticket: Ticket, status: TicketStatus, at: Date): Promise<Ticket> {
  const version = ticket.version + 1;
  const calledAt = status === "CALLED" ? at : ticket.calledAt;
  await tx.ticket.update({ where: { id: ticket.id }, data: { status, version, calledAt } });
  const moved = { ...ticket, status, version, calledAt };
  await log(tx, moved, eventOf[status], ticket.status, at);
  return moved;
}

const eventOf = {
  WAITING: "TicketTaken",
  CALLED: "TicketCalled",
  SERVED: "TicketServed",
  MISSED: "TicketMissed",
} as const satisfies Record<TicketStatus, string>;

const log = (tx: Tx, ticket: Ticket, type: string, statusBefore: string | null, at: Date) =>
  append(tx, {
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
