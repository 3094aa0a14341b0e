import type { ExerciseLevel } from "./exerciseLevel.js";
import type { Matter } from "./matter.js";

/** Levels at which a town decides for itself. */
const own: readonly ExerciseLevel[] = ["TOWN", "VILLAGE"];

type Listed = Pick<Matter, "id" | "exerciseLevel" | "lists">;

/** Exercised above the towns, so that a town needs a delegation to decide it. */
export const isAboveTowns = ({ exerciseLevel }: Pick<Matter, "exerciseLevel">): boolean => !own.includes(exerciseLevel);

/**
 * Matters that towns' centres take but may not decide: present there, exercised above, and not delegated (R052).
 *
 * @param delegated  the matters that stand in a delegation
 */
export const presentButNotAuthorised = (matters: readonly Listed[], delegated: ReadonlySet<string>): string[] =>
  matters
    .filter((matter) => matter.lists.includes("STREET") && isAboveTowns(matter) && !delegated.has(matter.id))
    .map(({ id }) => id);

/** How often something was applied for. */
export interface Volume {
  readonly received: number;
  /** Handed in online. */
  readonly online: number;
}

export interface MatterVolume extends Volume {
  readonly matterId: string;
  readonly exerciseLevel: ExerciseLevel;
  readonly delegated: boolean;
}

export interface LevelVolume extends Volume {
  readonly exerciseLevel: ExerciseLevel;
  readonly matters: number;
}

const none: Volume = { received: 0, online: 0 };

/**
 * What was applied for, most first: what is asked for much and still decided above is what a town could take over
 * (量大面广, R072). Ties go by id, so that the list is the same for everybody.
 */
export const matterVolumes = (
  matters: readonly Pick<Matter, "id" | "exerciseLevel">[],
  volumes: ReadonlyMap<string, Volume>,
  delegated: ReadonlySet<string>,
): MatterVolume[] =>
  matters
    .map(({ id, exerciseLevel }) => ({
      ...(volumes.get(id) ?? none),
      matterId: id,
      exerciseLevel,
      delegated: delegated.has(id),
    }))
    .sort((a, b) => b.received - a.received || (a.matterId < b.matterId ? -1 : 1));

/** The same, level by level; the levels' sums are the region's. */
export const levelVolumes = (volumes: readonly MatterVolume[]): LevelVolume[] =>
  [...Map.groupBy(volumes, ({ exerciseLevel }) => exerciseLevel)].map(([exerciseLevel, of]) => ({
    exerciseLevel,
    matters: of.length,
    received: total(of, ({ received }) => received),
    online: total(of, ({ online }) => online),
  }));

const total = <T>(of: readonly T[], count: (one: T) => number) => of.reduce((sum, one) => sum + count(one), 0);
