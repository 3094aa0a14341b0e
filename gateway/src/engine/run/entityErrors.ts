import type { JsonObject } from "../json.js";
import type { SubgraphError } from "../subgraphClient.js";
import type { Collected } from "./collect.js";
import { locate } from "./entityPath.js";
import { type Ask, addFault } from "./fetchEntities.js";
import type { RunState } from "./runState.js";

/**
 * Puts errors where they belong. An entity that was asked for once may stand at many places: each of them shows the
 * error, as it would had each been asked for on its own.
 */
export function reportEntityErrors<C>(
  run: RunState<C>,
  asks: ReadonlyMap<string, Ask>,
  errors: readonly SubgraphError[],
): void {
  for (const error of errors) {
    const [key, index, ...rest] = error.path ?? [];
    const ask = typeof key === "string" ? asks.get(key) : undefined;
    if (ask && typeof index === "number") reportAt(run, ask, index, rest, error);
    else if (ask) addFault(run, ask, error);
    else for (const each of asks.values()) addFault(run, each, error);
  }
}

function reportAt<C>(
  run: RunState<C>,
  ask: Ask,
  index: number,
  rest: readonly (string | number)[],
  error: SubgraphError,
): void {
  for (const collected of ask.collected) {
    const concerned = targetsOf(collected, ask, index);
    const { step } = collected;
    const tail = rest.map((key) => step.renamedKeys.get(String(key)) ?? key);
    locate(run.data, step.path, (object, at) => {
      if (concerned.has(object)) run.problems.add(error, step.subgraph, [...at, ...tail]);
    });
  }
}

function targetsOf({ targets, texts }: Collected, ask: Ask, index: number): ReadonlySet<JsonObject> {
  return new Set(targets.filter((_, at) => ask.texts.get(texts[at] as string) === index));
}
