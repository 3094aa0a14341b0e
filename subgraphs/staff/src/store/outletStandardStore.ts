import { DomainError } from "@yimen/kernel/errors";
import type { NamingRule } from "../domain/naming.js";
import type { Outlet, OutletKind } from "../domain/outlet.js";
import type { OutletGrade, StandardCheck, StandardItem } from "../domain/outletStandard.js";
import { plans } from "../domain/plans.js";
import type { OutletStandardCheckModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";
import { insertOutlets } from "./seedStore.js";

export class OutletAlreadyChecked extends DomainError {
  readonly code = "OUTLET_ALREADY_CHECKED";
  constructor(outletId: string, checkedOn: string) {
    super(
      { zh: "该网点当日已评定,每日一次。", en: "This outlet has been checked today; once a day is all." },
      { outletId, checkedOn },
      plans.R008,
    );
  }
}

/** The checks of these outlets, oldest first. */
export async function findStandardChecks(db: Db | Tx, outletIds: readonly string[]): Promise<StandardCheck[]> {
  const rows = await db.outletStandardCheck.findMany({
    where: { outletId: { in: [...outletIds] } },
    orderBy: [{ checkedOn: "asc" }, { id: "asc" }],
  });
  return rows.map(toCheck);
}

/** @throws OutletAlreadyChecked */
export async function insertStandardCheck(tx: Tx, check: StandardCheck): Promise<void> {
  const data = [{ ...check, met: [...check.met] }];
  const { count } = await tx.outletStandardCheck.createMany({ data, skipDuplicates: true });
  if (count === 0) throw new OutletAlreadyChecked(check.outletId, check.checkedOn);
}

export async function findNamingRules(db: Db | Tx, regionId: string): Promise<NamingRule[]> {
  const rows = await db.namingRule.findMany({ where: { regionId }, orderBy: { effectiveFrom: "asc" } });
  return rows.map((row) => ({ ...row, kind: row.kind as OutletKind }));
}

/** The villages and communities of a region, by name. */
export async function findVillages(db: Db, regionId: string): Promise<string[]> {
  return (await db.village.findMany({ where: { regionId }, orderBy: { name: "asc" } })).map(({ name }) => name);
}

export async function insertNamingRules(tx: Tx, rules: readonly NamingRule[]): Promise<void> {
  await tx.namingRule.createMany({
    data: rules.map((each) => ({
      ...{ regionId: each.regionId, kind: each.kind, pattern: each.pattern, example: each.example },
      ...{ effectiveFrom: each.effectiveFrom, effectiveTo: each.effectiveTo },
      ...{ sentence: each.sentence, source: each.source },
    })),
  });
}

export async function insertVillages(tx: Tx, regionId: string, names: readonly string[]): Promise<void> {
  await tx.village.createMany({ data: names.map((name) => ({ regionId, name })) });
}

export async function saveFacilities(tx: Tx, id: string, facilities: readonly string[]): Promise<void> {
  await tx.outlet.update({ where: { id }, data: { facilities: [...facilities] } });
}

export const insertOutlet = (tx: Tx, outlet: Outlet): Promise<void> => insertOutlets(tx, [outlet]);

const toCheck = (row: OutletStandardCheckModel): StandardCheck => ({
  ...row,
  met: row.met as StandardItem[],
  grade: row.grade as OutletGrade | null,
});
