import type { Appraisee } from "./appraiser.js";
import type { Station } from "./station.js";

/** 双重管理: who leads somebody's daily work, and who the business (R164–R166). */
export interface Managers {
  /** The outlet whose head leads the daily work. */
  readonly dailyOutletId: string;
  /** The department that leads the business; `null` where the home unit is no department. */
  readonly businessDepartmentId: string | null;
  /** Whether two different bodies lead. */
  readonly dual: boolean;
}

/**
 * In a hall the centre leads daily and the home department the business (R164); police in a town the town and their
 * home unit (R165); village agents the town centre above them, and the village committee, which is their own home unit
 * (R166). Everybody else is led by their outlet alone.
 */
export function managersOf({ homeDepartmentId, police }: Appraisee, station: Station): Managers {
  const village = station.kind === "VILLAGE_STATION";
  const dailyOutletId = village ? (station.parentId ?? station.outletId) : station.outletId;
  return {
    dailyOutletId,
    businessDepartmentId: homeDepartmentId,
    dual: homeDepartmentId !== null || police || village,
  };
}
