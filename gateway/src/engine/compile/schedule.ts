import { type EntityOperation, entityOperation } from "./entityOperation.js";
import type { Channel, Step } from "./step.js";

/** Contexts with many values give many of them; more than this many are not kept. */
const KEPT_OPERATIONS = 64;

/** Steps of one subgraph that travel in one request if they become ready in time. */
export class Group {
  readonly #operations = new Map<string, EntityOperation>();

  constructor(readonly members: readonly Step[]) {}

  /** The request for those channels that have something to ask; built once for each set of them, and the same one in several parts. */
  operationFor(channels: readonly Channel[], planned: Step): EntityOperation {
    const key = channels.map(({ index }) => index).join();
    const known = this.#operations.get(key);
    if (known) return known;
    const operation = entityOperation(channels, planned);
    if (this.#operations.size >= KEPT_OPERATIONS) this.#operations.clear();
    this.#operations.set(key, operation);
    return operation;
  }
}

/**
 * Puts steps together that may share a request: entity fetches to the same subgraph at the same depth. A step that
 * nothing waits for may as well travel with a deeper one, since the answer waits for that one anyway; this takes the
 * public benchmark's operation from 8 requests to 6 without making its chain of requests longer.
 */
export function groupSteps(steps: readonly Step[]): Group[] {
  const depths = depthsOf(steps);
  const awaited = new Set(steps.flatMap(({ dependencies }) => [...dependencies]));
  const bySubgraph = Map.groupBy(
    steps.filter(({ entities }) => entities),
    ({ subgraph }) => subgraph,
  );
  const together = [...bySubgraph.values()].flatMap((all) => [...levelsOf(all, depths, awaited).values()]);
  const alone = steps.filter(({ entities }) => !entities).map((step) => [step]);
  return [...alone, ...together].map((members) => new Group(members));
}

function depthsOf(steps: readonly Step[]): number[] {
  const depths: number[] = [];
  // The list is in an order in which dependencies come first.
  for (const { index, dependencies } of steps) {
    depths[index] = 1 + Math.max(-1, ...[...dependencies].map((dependency) => depths[dependency] ?? 0));
  }
  return depths;
}

function levelsOf(
  steps: readonly Step[],
  depths: readonly number[],
  awaited: ReadonlySet<number>,
): Map<number, Step[]> {
  const depthOf = (step: Step) => depths[step.index] ?? 0;
  const levels = Map.groupBy(
    steps.filter(({ index }) => awaited.has(index)),
    depthOf,
  );
  const last = steps.filter(({ index }) => !awaited.has(index)).sort((a, b) => depthOf(b) - depthOf(a));
  for (const step of last) {
    const later = [...levels.keys()].filter((level) => level >= depthOf(step));
    const level = later.length > 0 ? Math.min(...later) : depthOf(step);
    levels.set(level, [...(levels.get(level) ?? []), step]);
  }
  return levels;
}

/** The steps of an operation in the form in which they are run; the lists go by a step's index. */
export interface Schedule {
  readonly steps: readonly Step[];
  readonly groupOf: readonly Group[];
  readonly dependents: readonly (readonly number[])[];
}

export function scheduleSteps(steps: readonly Step[]): Schedule {
  const groupOf: Group[] = [];
  for (const group of groupSteps(steps)) for (const { index } of group.members) groupOf[index] = group;
  const dependents = steps.map(({ index }) =>
    steps.filter((step) => step.dependencies.has(index)).map((step) => step.index),
  );
  return { steps, groupOf, dependents };
}
