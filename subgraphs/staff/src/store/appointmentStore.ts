import type { AppointmentRule } from "../domain/appointment.js";
import type { StaffRole } from "../domain/post.js";
import type { Employment, Origin } from "../domain/staffMember.js";
import type { TeamKind, TeamMembership } from "../domain/team.js";
import type { PresenceMode } from "../domain/window.js";
import type { Db, Tx } from "./db.js";

export async function findAppointmentRules(db: Db, regionId: string): Promise<AppointmentRule[]> {
  const rows = await db.appointmentRule.findMany({ where: { regionId }, orderBy: { ruleId: "asc" } });
  return rows.map((row) => ({
    ...row,
    role: row.role as StaffRole,
    mode: row.mode as PresenceMode | null,
    employments: row.employments as Employment[],
    origins: row.origins as Origin[],
  }));
}

export async function insertAppointmentRules(tx: Tx, rules: readonly AppointmentRule[]): Promise<void> {
  await tx.appointmentRule.createMany({
    data: rules.map((each) => ({ ...each, employments: [...each.employments], origins: [...each.origins] })),
  });
}

export interface MembershipFilter {
  readonly regionId?: string;
  readonly staffId?: string;
  readonly kind?: TeamKind;
}

/** Memberships of a region's teams, or of a person, past ones too. */
export async function findMemberships(db: Db | Tx, where: MembershipFilter): Promise<TeamMembership[]> {
  const rows = await db.teamMembership.findMany({
    where: { ...where },
    orderBy: [{ staffId: "asc" }, { validFrom: "asc" }],
  });
  return rows.map(({ validFrom, validUntil, kind, ...row }) => ({
    ...row,
    kind: kind as TeamKind,
    from: validFrom,
    until: validUntil,
  }));
}

/** Enters a membership, in the place of one that ended on the day on which it began. */
export async function insertMembership(tx: Tx, { from, until, ...each }: TeamMembership): Promise<void> {
  const data = { ...each, validFrom: from, validUntil: until };
  const where = { staffId_validFrom: { staffId: each.staffId, validFrom: from } };
  await tx.teamMembership.upsert({ where, create: data, update: data });
}

export async function endMembership(tx: Tx, { staffId, from, until }: TeamMembership): Promise<void> {
  const key = { staffId_validFrom: { staffId, validFrom: from } };
  await tx.teamMembership.update({ where: key, data: { validUntil: until } });
}

/** Lets one change of somebody's teams happen at a time. */
export const lockTeams = (tx: Tx, staffId: string): Promise<number> =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`team ${staffId}`}))`;
