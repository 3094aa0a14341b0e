import type { EntityPart, Step } from "../compile/step.js";
import type { JsonObject } from "../json.js";
import { objectsAt } from "./entityPath.js";

export type EntityStep = Step & { readonly entities: EntityPart };

/** The objects a step completes, and for each the representation that its entity is asked for with. */
export interface Collected {
  readonly step: EntityStep;
  readonly targets: readonly JsonObject[];
  readonly texts: readonly string[];
}

export function collect(data: JsonObject, step: EntityStep): Collected {
  const targets: JsonObject[] = [];
  const texts: string[] = [];
  for (const object of objectsAt(data, step.path)) {
    const text = step.entities.represent(object);
    if (text === undefined) continue;
    targets.push(object);
    texts.push(text);
  }
  return { step, targets, texts };
}
