import type { Db } from "./db.js";

/** How many cases were received, finished, and handed in online, of one outlet. */
export interface OutletVolume {
  readonly outletId: string;
  readonly received: number;
  readonly closed: number;
  readonly online: number;
}

/** How many cases of a department were received, and of how many matters. */
export interface DepartmentVolume {
  readonly departmentId: string;
  readonly received: number;
  readonly matters: number;
}

/** Two office days, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** One statement for any number of outlets; confidential cases are counted by nobody outside. */
export const volumesOfOutlets = (db: Db, outletIds: readonly string[], { from, to }: Days): Promise<OutletVolume[]> =>
  db.$queryRaw<OutletVolume[]>`
    select "outlet_id" as "outletId", count(*)::int as "received",
      (count(*) filter (where "closed_at" is not null))::int as "closed",
      (count(*) filter (where "state" ->> 'visitId' is null))::int as "online"
    from "case"
    where "outlet_id" = any(${[...outletIds]}) and "confidentiality" = 'NONE'
      and "opened_at" >= (${from}::date)::timestamp at time zone 'Asia/Shanghai'
      and "opened_at" < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    group by "outlet_id"`;

/** What the departments of a region had to do; they plan their windows by it (R073). */
export const volumesOfDepartments = (db: Db, regionId: string, { from, to }: Days): Promise<DepartmentVolume[]> =>
  db.$queryRaw<DepartmentVolume[]>`
    select "department_id" as "departmentId", count(*)::int as "received",
      count(distinct "matter_id")::int as "matters"
    from "case"
    where "region_id" = ${regionId}
      and "opened_at" >= (${from}::date)::timestamp at time zone 'Asia/Shanghai'
      and "opened_at" < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    group by "department_id"`;
