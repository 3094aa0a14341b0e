import { DomainError } from "@yimen/kernel/errors";
import { type Coordinates, distanceBetween } from "./coordinates.js";
import { existsOn, type Outlet } from "./outlet.js";
import { plans } from "./plans.js";

/** 15分钟政务服务圈: within how many minutes of everybody there is an outlet (R005). */
export const CIRCLE_MINUTES = 15;

/** Where people live. */
export interface Settlement {
  readonly id: string;
  readonly regionId: string;
  readonly name: string;
  readonly nameEn: string;
  /** `null` as long as nobody has measured it. */
  readonly coordinates: Coordinates | null;
}

/** How long the way from a settlement to an outlet takes, as somebody measured it. */
export interface TravelTime {
  readonly settlementId: string;
  readonly outletId: string;
  readonly minutes: number;
}

/** A settlement, and the outlet that is the nearest to it. */
export interface Reach {
  readonly settlement: Settlement;
  readonly outlet: Outlet | null;
  /** `null` where no way was measured. */
  readonly minutes: number | null;
  /** Whole metres as the crow flies; `null` where it is not known where one of them is. */
  readonly distance: number | null;
}

/** How far the circle is closed; every settlement is in one of the three. */
export interface ServiceCircle {
  readonly minutes: number;
  readonly covered: readonly Reach[];
  /** Its shortest measured way is longer. */
  readonly uncovered: readonly Reach[];
  /** Nobody measured a way from here: distance alone tells no minutes (decision 0017). */
  readonly unmeasured: readonly Reach[];
}

/**
 * Which settlements have an outlet within the minutes on that day. A terminal alone is no outlet: it does few matters.
 *
 * @param minutes  the plan's fifteen, unless a narrower circle is asked for
 */
export function serviceCircle(
  settlements: readonly Settlement[],
  times: readonly TravelTime[],
  outlets: readonly Outlet[],
  day: string,
  minutes = CIRCLE_MINUTES,
): ServiceCircle {
  const serving = outlets.filter((outlet) => outlet.kind !== "SELF_SERVICE_TERMINAL" && existsOn(outlet, day));
  const byId = new Map(serving.map((outlet) => [outlet.id, outlet]));
  const timesOf = Map.groupBy(times, ({ settlementId }) => settlementId);
  const reaches = settlements.map((settlement): Reach => {
    const [shortest] = (timesOf.get(settlement.id) ?? [])
      .filter(({ outletId }) => byId.has(outletId))
      .sort((a, b) => a.minutes - b.minutes || (a.outletId < b.outletId ? -1 : 1));
    const outlet = shortest ? (byId.get(shortest.outletId) as Outlet) : nearestTo(settlement, serving);
    return { settlement, outlet, minutes: shortest?.minutes ?? null, distance: distanceTo(settlement, outlet) };
  });
  return {
    minutes,
    covered: reaches.filter((reach) => reach.minutes !== null && reach.minutes <= minutes),
    uncovered: reaches.filter((reach) => reach.minutes !== null && reach.minutes > minutes),
    unmeasured: reaches.filter((reach) => reach.minutes === null),
  };
}

/** Share of all settlements; `null` where there are none. */
export function coveredShare({ covered, uncovered, unmeasured }: ServiceCircle): number | null {
  const all = covered.length + uncovered.length + unmeasured.length;
  return all === 0 ? null : covered.length / all;
}

function distanceTo({ coordinates }: Settlement, outlet: Outlet | null): number | null {
  return coordinates && outlet?.coordinates ? Math.round(distanceBetween(coordinates, outlet.coordinates)) : null;
}

/** As the crow flies: where a way ought to be measured first. */
function nearestTo(settlement: Settlement, outlets: readonly Outlet[]): Outlet | null {
  const [nearest] = outlets
    .map((outlet) => ({ outlet, distance: distanceTo(settlement, outlet) ?? Number.POSITIVE_INFINITY }))
    .filter(({ distance }) => distance < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.distance - b.distance || (a.outlet.id < b.outlet.id ? -1 : 1));
  return nearest?.outlet ?? null;
}

const LONGEST = 1_440; // minutes: a day

export class TravelTimeInvalid extends DomainError {
  readonly code = "TRAVEL_TIME_INVALID";
  constructor() {
    super(
      {
        zh: `路程时间须为 1 至 ${LONGEST} 分钟的实测值,居民点与网点须属同一区域。`,
        en: `A way takes 1 to ${LONGEST} minutes as measured, between a settlement and an outlet of one region.`,
      },
      { longest: LONGEST },
      plans.R005,
    );
  }
}

/** @throws TravelTimeInvalid */
export function requireTravelTime(minutes: number, settlement: Settlement, outlet: Outlet): void {
  if (minutes < 1 || minutes > LONGEST || settlement.regionId !== outlet.regionId) throw new TravelTimeInvalid();
}
