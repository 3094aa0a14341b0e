import { columnOf } from "@yimen/workdays/dateColumn";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Db, Tx } from "./db.js";

/** Counts one more visit that somebody has served on a day. */
export async function countVisit(tx: Tx, staffId: string, day: PlainDate): Promise<void> {
  await tx.workload.upsert({
    where: { staffId_day: { staffId, day: columnOf(day) } },
    create: { staffId, day: columnOf(day), visits: 1 },
    update: { visits: { increment: 1 } },
  });
}

/** The visits somebody has served, both days included. */
export async function visitsServed(db: Db, staffId: string, from: PlainDate, to: PlainDate): Promise<number> {
  const { _sum } = await db.workload.aggregate({
    where: { staffId, day: { gte: columnOf(from), lte: columnOf(to) } },
    _sum: { visits: true },
  });
  return _sum.visits ?? 0;
}

/** Counts one more visit that a window has served on a day. */
export async function countWindowVisit(tx: Tx, windowId: string, day: PlainDate): Promise<void> {
  await tx.windowWorkload.upsert({
    where: { windowId_day: { windowId, day: columnOf(day) } },
    create: { windowId, day: columnOf(day), visits: 1 },
    update: { visits: { increment: 1 } },
  });
}

/** The visits these windows have served, both days included; windows without any are not there. */
export async function visitsAtWindows(
  db: Db,
  windowIds: readonly string[],
  from: PlainDate,
  to: PlainDate,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.windowWorkload.groupBy({
    by: ["windowId"],
    where: { windowId: { in: [...windowIds] }, day: { gte: columnOf(from), lte: columnOf(to) } },
    _sum: { visits: true },
  });
  return new Map(rows.map(({ windowId, _sum }) => [windowId, _sum.visits ?? 0]));
}
