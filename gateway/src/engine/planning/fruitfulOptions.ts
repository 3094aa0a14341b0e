import type { OperationElement } from "@apollo/federation-internals";
import graphPath, { type SimultaneousPathsWithLazyIndirectPaths } from "@apollo/query-graphs/dist/graphPath.js";
import type { Vertex } from "@apollo/query-graphs/dist/querygraph.js";

type Advance = typeof graphPath.advanceSimultaneousPathsWithOperation;
type AdvanceOptions<V extends Vertex> = Parameters<typeof graphPath.advanceSimultaneousPathsWithOperation<V>>;

/**
 * Where a union or an interface has other members in one subgraph than in another, the planner gives a type condition
 * up as soon as one of the ways to the object, through whichever subgraph, cannot meet it. From now on a way that
 * cannot meet the condition is passed over if a shorter one could: the shorter one's subgraph answers for the object.
 */
export function keepFruitfulOptions(): void {
  const advance: Advance = graphPath.advanceSimultaneousPathsWithOperation;
  // Conditions of a way are planned while the way is, hence one memory per depth.
  const latest: { element: OperationElement; found: boolean }[] = [];
  let depth = 0;
  const keeping: Advance = <V extends Vertex>(...[schema, option, element, overrides]: AdvanceOptions<V>) => {
    depth++;
    let options: SimultaneousPathsWithLazyIndirectPaths<V>[] | undefined;
    try {
      options = advance(schema, option, element, overrides);
    } finally {
      depth--;
    }
    const last = latest[depth];
    if (last?.element === element && last.found && options?.length === 0) return undefined;
    if (last?.element !== element) latest[depth] = { element, found: false };
    if (options && options.length > 0) latest[depth] = { element, found: true };
    return options;
  };
  Object.defineProperty(graphPath, "advanceSimultaneousPathsWithOperation", { value: keeping });
}
