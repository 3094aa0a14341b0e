import type { EntityPart, Step } from "../compile/step.js";
import type { JsonObject } from "../json.js";
import type { PlaceObjects } from "./placeObjects.js";

export type EntityStep = Step & { readonly entities: EntityPart };

/** The objects a step completes, and for each the representation that its entity is asked for with. */
export interface Collected {
  readonly step: EntityStep;
  readonly targets: readonly JsonObject[];
  readonly texts: readonly string[];
}

export function collect(objects: PlaceObjects, step: EntityStep): Collected {
  const targets: JsonObject[] = [];
  const texts: string[] = [];
  const { representation } = step.entities;
  for (const object of objects.at(step.place, representation)) {
    const text = representation.text(object);
    if (text === undefined) continue;
    targets.push(object);
    texts.push(text);
  }
  return { step, targets, texts };
}
