import { existsOn, type Outlet } from "./outlet.js";

/** How many villages have a point, and an online station there (村级民生服务点和网上服务站点全覆盖, R014). */
export interface VillageCoverage {
  readonly villages: number;
  readonly withPoint: number;
  readonly withOnlineStation: number;
  /** Villages without a point, by name. */
  readonly missing: readonly string[];
  /** Villages whose point has no online station. */
  readonly offline: readonly string[];
}

/** As of a day: depends on nothing that was opened later, or closed before. */
export function villageCoverage(
  villages: readonly string[],
  outlets: readonly Outlet[],
  asOf: string,
): VillageCoverage {
  const points = outlets.filter((outlet) => outlet.kind === "VILLAGE_STATION" && existsOn(outlet, asOf));
  const at = (name: string) => points.filter(({ locality }) => locality === name);
  const missing = villages.filter((name) => at(name).length === 0);
  const offline = villages.filter(
    (name) => at(name).length > 0 && !at(name).some(({ facilities }) => facilities.includes("ONLINE_STATION")),
  );
  const withPoint = villages.length - missing.length;
  return { villages: villages.length, withPoint, withOnlineStation: withPoint - offline.length, missing, offline };
}
