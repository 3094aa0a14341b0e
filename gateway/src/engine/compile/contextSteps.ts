import { isBelow, withoutFilters } from "./places.js";
import type { PlannedStep } from "./step.js";

/**
 * The steps, with those that take values from contexts waiting for whatever brings these values: the planner does not
 * always have them wait.
 */
export function waitingForContexts(steps: readonly PlannedStep[]): readonly PlannedStep[] {
  if (!steps.some(({ entities }) => entities?.contexts)) return steps;
  const dependencies = steps.map((step) => new Set(step.dependencies));
  const waitsFor = (step: number, other: number): boolean =>
    step === other || [...(dependencies[step] ?? [])].some((one) => waitsFor(one, other));
  for (const { index, path, entities } of steps) {
    for (const { depth, key } of (entities?.contexts?.values ?? []).flatMap(({ sources }) => sources)) {
      const holder = withoutFilters(path.slice(0, depth));
      const value = [holder, key].filter(Boolean).join("\n");
      for (const other of steps) {
        const at = withoutFilters(other.path);
        const brings = at === value || isBelow(at, value) || (at === holder && other.keys.has(key));
        if (brings && !waitsFor(other.index, index)) dependencies[index]?.add(other.index);
      }
    }
  }
  return inOrder(steps, dependencies);
}

/** The steps in an order in which dependencies come first, and otherwise as they were. */
function inOrder(steps: readonly PlannedStep[], dependencies: readonly ReadonlySet<number>[]): PlannedStep[] {
  const newIndex = new Map<number, number>();
  const isReady = (index: number) => [...(dependencies[index] ?? [])].every((one) => newIndex.has(one));
  const left = new Set(steps);
  const ordered: PlannedStep[] = [];
  while (left.size > 0) {
    const next = [...left].find(({ index }) => isReady(index));
    if (!next) throw new Error("The plan's fetches wait for each other.");
    left.delete(next);
    const own = [...(dependencies[next.index] ?? [])].map((one) => newIndex.get(one) ?? 0);
    newIndex.set(next.index, ordered.length);
    ordered.push({ ...next, index: ordered.length, dependencies: new Set(own) });
  }
  return ordered;
}
