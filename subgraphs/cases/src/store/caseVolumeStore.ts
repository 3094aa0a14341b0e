import type { Db } from "./db.js";

/** What one outlet received, finished, and handed in for others. */
export interface OutletVolume {
  readonly outletId: string;
  readonly received: number;
  readonly closed: number;
  readonly online: number;
  /** Of those finished, simple ones: to be done at once (即办件). */
  readonly simpleClosed: number;
  /** Handed in online for an applicant by its agents, wherever it was decided (R129). */
  readonly proxied: number;
}

/** How many cases of a department were received, and of how many matters. */
export interface DepartmentVolume {
  readonly departmentId: string;
  readonly received: number;
  readonly matters: number;
}

/** How often a matter was applied for. */
export interface MatterVolume {
  readonly matterId: string;
  readonly received: number;
  readonly online: number;
}

/** Two office days, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** One statement for any number of outlets; confidential cases are counted by nobody outside. */
export const volumesOfOutlets = (db: Db, outletIds: readonly string[], { from, to }: Days): Promise<OutletVolume[]> =>
  db.$queryRaw<OutletVolume[]>`
    with "period" as (
      select (${from}::date)::timestamp at time zone 'Asia/Shanghai' as "from",
        (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai' as "to"
    ), "taken" as (
      select "outlet_id", count(*)::int as "received",
        (count(*) filter (where "closed_at" is not null))::int as "closed",
        (count(*) filter (where "channel" = 'ONLINE'))::int as "online",
        (count(*) filter (where "closed_at" is not null and "state" -> 'guide' ->> 'kind' = 'INSTANT'))::int as "simple"
      from "case", "period"
      where "outlet_id" = any(${[...outletIds]}) and "confidentiality" = 'NONE'
        and "opened_at" >= "from" and "opened_at" < "to"
      group by "outlet_id"
    ), "given" as (
      select "agent_outlet_id" as "outlet_id", count(*)::int as "proxied"
      from "case", "period"
      where "agent_outlet_id" = any(${[...outletIds]}) and "confidentiality" = 'NONE' and "channel" = 'ONLINE'
        and "opened_at" >= "from" and "opened_at" < "to"
      group by "agent_outlet_id"
    )
    select "outlet_id" as "outletId", coalesce("received", 0) as "received", coalesce("closed", 0) as "closed",
      coalesce("online", 0) as "online", coalesce("simple", 0) as "simpleClosed", coalesce("proxied", 0) as "proxied"
    from "taken" full join "given" using ("outlet_id")`;

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

/** What was applied for in a region; powers are delegated by it (R072), and matters brought online (R063). */
export const volumesOfMatters = (db: Db, regionId: string, { from, to }: Days): Promise<MatterVolume[]> =>
  db.$queryRaw<MatterVolume[]>`
    select "matter_id" as "matterId", count(*)::int as "received",
      (count(*) filter (where "state" ->> 'visitId' is null))::int as "online"
    from "case"
    where "region_id" = ${regionId}
      and "opened_at" >= (${from}::date)::timestamp at time zone 'Asia/Shanghai'
      and "opened_at" < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    group by "matter_id"`;
