import type { Context } from "./context.js";
import { facilityScores } from "./domain/facility.js";
import { existsOn, type Outlet } from "./domain/outlet.js";
import { type OutletGrade, reaches } from "./domain/outletStandard.js";
import { type VillageCoverage, villageCoverage } from "./domain/villageCoverage.js";
import { findVillages } from "./store/outletStandardStore.js";

/** What an outlet has of what the plans ask, and how it was checked, oldest first. */
export async function measureStandard({ loaders }: Context, { id, kind, facilities }: Outlet) {
  const [agent, checks] = await Promise.all([loaders.agentAt.load(id), loaders.standardChecksOf.load(id)]);
  return { facilities: facilityScores(kind, facilities, agent !== null), checks };
}

/** How a region's towns are graded on that day, by their latest check until then (R015). */
export async function measureGrades({ loaders }: Context, regionId: string, asOf: string) {
  const towns = (await loaders.outletsOfRegion.load(regionId)).filter(
    (outlet) => outlet.kind === "STREET_CENTRE" && existsOn(outlet, asOf),
  );
  const grades = await Promise.all(
    towns.map(async ({ id }): Promise<OutletGrade | null> => {
      const checks = await loaders.standardChecksOf.load(id);
      return checks.findLast(({ checkedOn }) => checkedOn <= asOf)?.grade ?? null;
    }),
  );
  const reaching = (wanted: OutletGrade) => grades.filter((grade) => reaches(grade, wanted)).length;
  return {
    towns: towns.length,
    belowBasic: towns.filter((_, index) => !reaches(grades[index] ?? null, "BASIC")),
    standard: reaching("STANDARD"),
    benchmark: reaching("BENCHMARK"),
  };
}

/** How many of a region's villages have a point on that day (R014). */
export async function measureVillages(
  { db, loaders }: Context,
  regionId: string,
  asOf: string,
): Promise<VillageCoverage> {
  const [villages, outlets] = await Promise.all([findVillages(db, regionId), loaders.outletsOfRegion.load(regionId)]);
  return villageCoverage(villages, outlets, asOf);
}
