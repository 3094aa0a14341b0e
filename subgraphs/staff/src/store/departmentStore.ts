import type { ChiefRepresentative, Department } from "../domain/department.js";
import type { Db } from "./db.js";

export const findDepartments = (db: Db, ids: readonly string[]): Promise<Department[]> =>
  db.department.findMany({ where: { id: { in: [...ids] } } });

export const findDepartmentsOfRegions = (db: Db, regionIds: readonly string[]): Promise<Department[]> =>
  db.department.findMany({ where: { regionId: { in: [...regionIds] } }, orderBy: { id: "asc" } });

/** Who represents these departments on that office day. */
export const findChiefRepresentatives = (
  db: Db,
  departmentIds: readonly string[],
  day: string,
): Promise<ChiefRepresentative[]> =>
  db.chiefRepresentative.findMany({
    where: {
      departmentId: { in: [...departmentIds] },
      validFrom: { lte: day },
      OR: [{ validUntil: null }, { validUntil: { gt: day } }],
    },
  });
