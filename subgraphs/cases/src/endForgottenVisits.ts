import { queueBegan } from "./queueActs.js";
import { append } from "./store/caseLog.js";
import type { Db } from "./store/db.js";
import { findTickets, moveTicket } from "./store/ticketStore.js";
import { endVisitRow, findVisitsBegunBefore } from "./store/visitStore.js";

const BATCH = 100; // visits a look

/**
 * Ends visits that nobody ended on their day, such as those that began with a case handed in without a ticket: nobody
 * stands at a window over midnight, and only a visit that has ended can be rated (R178). Several processes may look: one
 * of them ends it.
 *
 * @returns how many were ended
 */
export async function endForgottenVisits(db: Db, now: Date): Promise<number> {
  const forgotten = await findVisitsBegunBefore(db, queueBegan(now), BATCH);
  for (const visit of forgotten) {
    await db.$transaction(async (tx) => {
      const ended = await endVisitRow(tx, visit, now);
      if (!ended) return; // somebody ended it meanwhile
      const [ticket] = visit.ticketId ? await findTickets(tx, [visit.ticketId]) : [];
      const moved = ticket ? [await moveTicket(tx, ticket, "SERVED", now)] : [];
      await append(tx, ended, ...moved);
    });
  }
  return forgotten.length;
}
