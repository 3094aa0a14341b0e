import type { Matter, MatterList } from "./matter.js";

/** What the staff subgraph says of an outlet, as far as it tells which matters are taken there. */
export interface OfferingOutlet {
  readonly id: string;
  readonly kind: string;
  readonly lists: readonly string[];
  /** Departments whose matters one of its windows takes. */
  readonly departmentIds: readonly string[];
}

/** Street, town, village and community outlets (基层). */
const grassroots: readonly string[] = ["STREET_CENTRE", "VILLAGE_STATION"];

/** Handed in beyond the place that decides: in the whole province, or in all of them (全省通办、跨省通办). */
const crossing: readonly Matter["handlingRange"][] = ["PROVINCE", "NATIONAL"];

type Offered = Pick<Matter, "id" | "departmentId" | "lists" | "handlingRange">;

export interface RangeReach {
  readonly outletId: string;
  /** Matters taken there. */
  readonly offered: number;
  /** Those among them that cross the place's own border. */
  readonly crossRange: readonly string[];
}

/**
 * How far the ranges reach down (R048): for each grassroots outlet, what it takes, by its lists or at a window of the
 * department, and what of that may be handed in from elsewhere.
 */
export const rangeReach = (matters: readonly Offered[], outlets: readonly OfferingOutlet[]): RangeReach[] =>
  outlets
    .filter(({ kind }) => grassroots.includes(kind))
    .map((outlet) => {
      const offered = matters.filter((matter) => isOffered(matter, outlet));
      const crossRange = offered.filter(({ handlingRange }) => crossing.includes(handlingRange));
      return { outletId: outlet.id, offered: offered.length, crossRange: crossRange.map(({ id }) => id) };
    });

const isOffered = ({ departmentId, lists }: Offered, outlet: OfferingOutlet) =>
  outlet.departmentIds.includes(departmentId) || lists.some((list: MatterList) => outlet.lists.includes(list));
