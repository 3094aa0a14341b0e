import type { Db } from "./db.js";

/** How the cases of one outlet stand; confidential ones are counted by nobody outside. */
export interface CaseCounts {
  readonly outletId: string;
  readonly open: number;
  readonly overdue: number;
  readonly paused: number;
  readonly deliveredToday: number;
}

/** The counts of several outlets in one statement, which looks at what is open or was closed today. */
export function countByOutlet(db: Db, outletIds: readonly string[], now: Date): Promise<CaseCounts[]> {
  return db.$queryRaw<CaseCounts[]>`
    select "outlet_id" as "outletId",
      (count(*) filter (where "closed_at" is null))::int as "open",
      (count(*) filter (where "due_at" < ${now}))::int as "overdue",
      (count(*) filter (where "status" in ('AWAITING_CORRECTION', 'IN_SPECIAL_PROCEDURE')))::int as "paused",
      (count(*) filter (where "status" = 'DELIVERED'))::int as "deliveredToday"
    from "case"
    where "outlet_id" = any(${[...outletIds]}) and "confidentiality" = 'NONE'
      and ("closed_at" is null or "closed_at" >= date_trunc('day', ${now}::timestamptz, 'Asia/Shanghai'))
    group by "outlet_id"`;
}
