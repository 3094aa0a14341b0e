import { type StoredCase, searchCases } from "./caseStore.js";
import type { Db } from "./db.js";

/** Cases under review to which this department was called, the oldest first. */
export const findJointCases = (db: Db, departmentId: string, first: number): Promise<StoredCase[]> =>
  searchCases(db, {
    where: { concernedDepartmentIds: { has: departmentId }, status: "UNDER_REVIEW" },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    take: first,
  });
