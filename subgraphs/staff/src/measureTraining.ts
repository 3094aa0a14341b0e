import { parsePlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { type MissingTraining, missingTrainings } from "./domain/trainingCompliance.js";

/** Which units of a region trained too rarely in the twelve months before that day; three statements for any number. */
export async function measureTraining(
  { loaders }: Context,
  regionId: string,
  asOf: string,
): Promise<readonly MissingTraining[]> {
  const [rules, outlets] = await Promise.all([
    loaders.trainingRulesOf.load(regionId),
    loaders.outletsOfRegion.load(regionId),
  ]);
  const sessions = await Promise.all(outlets.map(({ id }) => loaders.trainingsOfOutlet.load(id)));
  return missingTrainings(rules, outlets, sessions.flat(), parsePlainDate(asOf));
}
