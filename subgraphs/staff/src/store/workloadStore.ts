import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Db, Tx } from "./db.js";

const dateOf = (day: PlainDate) => new Date(`${day}T00:00:00Z`);

/** Counts one more visit that somebody has served on a day. */
export async function countVisit(tx: Tx, staffId: string, day: PlainDate): Promise<void> {
  await tx.workload.upsert({
    where: { staffId_day: { staffId, day: dateOf(day) } },
    create: { staffId, day: dateOf(day), visits: 1 },
    update: { visits: { increment: 1 } },
  });
}

/** The visits somebody has served, both days included. */
export async function visitsServed(db: Db, staffId: string, from: PlainDate, to: PlainDate): Promise<number> {
  const { _sum } = await db.workload.aggregate({
    where: { staffId, day: { gte: dateOf(from), lte: dateOf(to) } },
    _sum: { visits: true },
  });
  return _sum.visits ?? 0;
}
