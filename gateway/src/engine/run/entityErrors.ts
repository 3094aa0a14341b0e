import type { JsonObject } from "../json.js";
import type { SubgraphError } from "../subgraphClient.js";
import type { Collected } from "./collect.js";
import { locate } from "./entityPath.js";
import { type Ask, addFault } from "./fetchEntities.js";
import type { ResponsePath } from "./problems.js";
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
  const places = new Map<Collected, Places>();
  const placesOf = (collected: Collected, ask: Ask): Places => {
    const known = places.get(collected) ?? findPlaces(run.data, collected, ask);
    places.set(collected, known);
    return known;
  };
  for (const error of errors) {
    const [key, index, ...rest] = error.path ?? [];
    const ask = typeof key === "string" ? asks.get(key) : undefined;
    if (!ask) for (const each of asks.values()) addFault(run, each, error);
    else if (typeof index !== "number") addFault(run, ask, error);
    else {
      for (const collected of ask.collected) {
        const { step } = collected;
        const tail = rest.map((name) => step.renamedKeys.get(String(name)) ?? name);
        for (const at of placesOf(collected, ask)[index] ?? [])
          run.problems.add(error, step.subgraph, [...at, ...tail]);
      }
    }
  }
}

/** For each representation that was sent, where its entity stands in the answer. */
type Places = readonly ResponsePath[][];

function findPlaces(data: JsonObject, { step, targets, texts }: Collected, ask: Ask): Places {
  const indexes = new Map(targets.map((target, at) => [target, ask.texts.get(texts[at] as string)]));
  const places: ResponsePath[][] = Array.from({ length: ask.texts.size }, () => []);
  locate(data, step.path, (object, at) => {
    const index = indexes.get(object);
    if (index !== undefined) places[index]?.push(at);
  });
  return places;
}
