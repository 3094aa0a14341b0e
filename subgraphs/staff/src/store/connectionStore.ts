import type { Db } from "./db.js";

/** When these outlets were last heard of. */
export const findConnectionReports = (db: Db, outletIds: readonly string[]) =>
  db.connectionReport.findMany({ where: { outletId: { in: [...outletIds] } } });

/** Notes that an outlet was heard of; what comes late does not put the clock back. */
export async function noteConnection(db: Db, outletId: string, at: Date): Promise<void> {
  await db.$executeRaw`
    insert into "connection_report" ("outlet_id", "last_at") values (${outletId}, ${at})
    on conflict ("outlet_id") do update set "last_at" = greatest("connection_report"."last_at", excluded."last_at")`;
}
