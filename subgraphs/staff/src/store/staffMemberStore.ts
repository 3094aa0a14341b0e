import { DomainError } from "@yimen/kernel/errors";
import type { Workplace } from "../domain/authority.js";
import type { Employment, Origin, StaffMember } from "../domain/staffMember.js";
import type { Db, Tx } from "./db.js";

export class StaffMemberNotFound extends DomainError {
  readonly code = "STAFF_MEMBER_NOT_FOUND";
  constructor(staffId: string) {
    super({ zh: "没有该工作人员;请核对编号。", en: "There is no such staff member; check the id." }, { staffId });
  }
}

export async function findStaffMembers(db: Db, ids: readonly string[]): Promise<StaffMember[]> {
  const rows = await db.staffMember.findMany({ where: { id: { in: [...ids] } } });
  return rows.map((row) => ({ ...row, employment: row.employment as Employment, origin: row.origin as Origin | null }));
}

/** Where these people work on that office day, with every outlet above theirs. Whoever holds no post has no outlet. */
export async function findWorkplaces(db: Db | Tx, staffIds: readonly string[], day: string): Promise<Workplace[]> {
  return db.$queryRaw<Workplace[]>`
    with recursive place as (
      select m."id" as staff_id, m."home_department_id", p."outlet_id", p."department_id", 0 as height
      from "staff_member" m
      left join "post_holding" h on h."staff_id" = m."id"
        and h."valid_from" <= ${day} and (h."valid_until" is null or ${day} < h."valid_until")
      left join "post" p on p."id" = h."post_id"
      where m."id" = any(${[...staffIds]})
      union
      select place.staff_id, place."home_department_id", o."parent_id", place."department_id", place.height + 1
      from place join "outlet" o on o."id" = place."outlet_id"
      where o."parent_id" is not null
    )
    select staff_id as "staffId",
      coalesce(array_agg("outlet_id" order by height) filter (where "outlet_id" is not null), '{}') as "outletIds",
      min("department_id") as "backOfficeOf",
      min("home_department_id") as "homeDepartmentId"
    from place group by staff_id`;
}

/** @throws StaffMemberNotFound */
export async function getWorkplace(db: Db | Tx, staffId: string, day: string): Promise<Workplace> {
  const [found] = await findWorkplaces(db, [staffId], day);
  if (!found) throw new StaffMemberNotFound(staffId);
  return found;
}

/** @throws StaffMemberNotFound for the first who does not exist */
export async function requireStaffMembers(tx: Tx, ids: readonly string[]): Promise<void> {
  const found = new Set(
    (await tx.staffMember.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })).map(({ id }) => id),
  );
  const missing = ids.find((id) => !found.has(id));
  if (missing !== undefined) throw new StaffMemberNotFound(missing);
}

/** Enters how somebody is employed and where they come from. */
export async function saveAppointment(
  tx: Tx,
  id: string,
  appointment: Partial<Pick<StaffMember, "employment" | "origin">>,
): Promise<void> {
  await tx.staffMember.update({ where: { id }, data: appointment });
}
