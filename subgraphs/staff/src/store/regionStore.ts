import type { NetworkTarget } from "../domain/network.js";
import type { OutletKind } from "../domain/outlet.js";
import type { StaffRole } from "../domain/post.js";
import type { Region } from "../domain/region.js";
import type { StaffingRule, StaffingScope } from "../domain/staffing.js";
import type { NetworkTargetModel, StaffingRuleModel } from "../generated/prisma/models.js";
import type { Db } from "./db.js";

export const findRegions = (db: Db, ids: readonly string[]): Promise<Region[]> =>
  db.region.findMany({ where: { id: { in: [...ids] } } });

export async function findNetworkTargets(db: Db, regionIds: readonly string[]): Promise<NetworkTarget[]> {
  const rows = await db.networkTarget.findMany({
    where: { regionId: { in: [...regionIds] } },
    orderBy: [{ regionId: "asc" }, { ordinal: "asc" }],
  });
  return rows.map(toTarget);
}

export async function findStaffingRules(db: Db, regionIds: readonly string[]): Promise<StaffingRule[]> {
  const rows = await db.staffingRule.findMany({
    where: { regionId: { in: [...regionIds] } },
    orderBy: [{ regionId: "asc" }, { ruleId: "asc" }],
  });
  return rows.map(toRule);
}

const toTarget = (row: NetworkTargetModel): NetworkTarget => ({ ...row, kinds: row.kinds as OutletKind[] });

const toRule = (row: StaffingRuleModel): StaffingRule => ({
  ...row,
  scope: row.scope as StaffingScope,
  outletKinds: row.outletKinds as OutletKind[],
  role: row.role as StaffRole,
});
