/** 县(区)、乡、村三级 (R212). */
export const levels = ["DISTRICT", "TOWN", "VILLAGE"] as const;
export type Level = (typeof levels)[number];

/** An outlet as far as the three levels go. */
export interface Place {
  readonly id: string;
  readonly kind: string;
  readonly parentId: string | null;
}

export interface Volume {
  readonly received: number;
  readonly closed: number;
  /** Of those received, handed in online. */
  readonly online: number;
  /** Of those closed, simple ones: to be done at once (即办件). */
  readonly simpleClosed: number;
  /** Handed in online by its agents for applicants, wherever it was decided. */
  readonly proxied: number;
}

export interface OutletVolume extends Volume {
  readonly outletId: string;
}

/** One place of the report: what it received itself, and together with everything below it. */
export interface ReportLine {
  readonly outletId: string;
  readonly level: Level;
  readonly own: Volume;
  readonly total: Volume;
}

export interface LevelLine extends Volume {
  readonly level: Level;
  readonly outlets: number;
}

/** What is circulated for a period: places with their sums, and the three levels (R132). */
export interface ThreeLevelReport {
  readonly total: Volume;
  /** Simple cases finished in a village, among all simple cases finished, 0..1; `null` where none was (R129). */
  readonly simpleAtVillage: number | null;
  readonly levels: readonly LevelLine[];
  readonly places: readonly ReportLine[];
}

export const nothing: Volume = { received: 0, closed: 0, online: 0, simpleClosed: 0, proxied: 0 };

const add = (one: Volume, other: Volume): Volume => ({
  received: one.received + other.received,
  closed: one.closed + other.closed,
  online: one.online + other.online,
  simpleClosed: one.simpleClosed + other.simpleClosed,
  proxied: one.proxied + other.proxied,
});
const sum = (volumes: readonly Volume[]): Volume => volumes.reduce(add, nothing);

/** Online over received, 0..1; `null` where nothing was received. */
export const onlineShare = ({ received, online }: Volume): number | null => (received === 0 ? null : online / received);

/** Of its kind; points, partners and terminals are of the level they stand on. */
function levelOf(place: Place, byId: ReadonlyMap<string, Place>): Level {
  if (place.kind === "STREET_CENTRE") return "TOWN";
  if (place.kind === "VILLAGE_STATION") return "VILLAGE";
  const above = place.kind === "CENTRE" || place.kind === "SUB_CENTRE" ? undefined : byId.get(place.parentId ?? "");
  return above ? levelOf(above, byId) : "DISTRICT";
}

/**
 * The report of a region. A place's total is its own volume and its children's totals; the region's is the sum of the
 * three levels, and of the places that stand at the top (R132, R212).
 */
export function threeLevelReport(places: readonly Place[], volumes: readonly OutletVolume[]): ThreeLevelReport {
  const byId = new Map(places.map((place) => [place.id, place]));
  const own = new Map(volumes.map(({ outletId, ...volume }) => [outletId, volume]));
  const children = Map.groupBy(places, ({ parentId }) => (parentId && byId.has(parentId) ? parentId : ""));
  const ownOf = (id: string): Volume => own.get(id) ?? nothing;
  const totalOf = (id: string): Volume =>
    add(ownOf(id), sum((children.get(id) ?? []).map((child) => totalOf(child.id))));
  const lines = places.map((place) => ({
    outletId: place.id,
    level: levelOf(place, byId),
    own: ownOf(place.id),
    total: totalOf(place.id),
  }));
  const ofLevel = (level: Level) => lines.filter((line) => line.level === level);
  const total = sum((children.get("") ?? []).map(({ id }) => totalOf(id)));
  const sums = levels.map((level) => ({
    ...{ level, outlets: ofLevel(level).length },
    ...sum(ofLevel(level).map((line) => line.own)),
  }));
  const inVillages = sums.find(({ level }) => level === "VILLAGE")?.simpleClosed ?? 0;
  return {
    total,
    simpleAtVillage: total.simpleClosed === 0 ? null : inVillages / total.simpleClosed,
    levels: sums,
    places: lines,
  };
}
