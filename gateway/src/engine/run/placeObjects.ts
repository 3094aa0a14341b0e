import type { Place } from "../compile/places.js";
import type { Representation } from "../compile/representation.js";
import { isFilter, passes } from "../compile/responsePath.js";
import { isJsonObject, type JsonObject, readOwn, writeOwn } from "../json.js";

/**
 * The objects at each place of one answer. Where an answer repeats an entity of which nothing is known yet but its
 * representation, its places are made to share one object: from then on it is completed once and written once.
 */
export class PlaceObjects {
  readonly #known: (JsonObject[] | undefined)[] = [];
  readonly #shared = new Set<JsonObject>();

  /** @param mayShare whether objects may be made one */
  constructor(
    private readonly root: JsonObject,
    private readonly mayShare = true,
  ) {}

  at(place: Place, representation?: Representation): readonly JsonObject[] {
    const known = this.#known[place.index];
    if (known) return known;
    const shareable = this.mayShare && !place.overlaps ? representation : undefined;
    const objects = place.parent ? this.#walk(this.at(place.parent), place.way, shareable) : [this.root];
    this.#known[place.index] = objects;
    return objects;
  }

  /** Something was added to the objects at `place`. */
  changed(place: Place): void {
    for (const { index } of place.below) this.#known[index] = undefined;
  }

  /** The objects that stand at several places. */
  get shared(): ReadonlySet<JsonObject> {
    return this.#shared;
  }

  #walk(from: readonly JsonObject[], way: readonly string[], representation: Representation | undefined): JsonObject[] {
    let holders: readonly unknown[] = from;
    for (const segment of way.slice(0, -1)) holders = step(holders, segment);
    const last = way.at(-1) as string;
    const objects: JsonObject[] = [];
    const sharing = representation && this.#sharing(representation);
    const seen = new Set<JsonObject>();
    const take = (value: unknown, put: (replacement: JsonObject) => void) => {
      if (!isJsonObject(value) || seen.has(value)) return;
      if (this.#shared.has(value)) seen.add(value);
      const one = sharing ? sharing(value) : value;
      if (one === value) objects.push(value);
      else put(one);
    };
    for (const holder of holders) {
      if (last !== "@") {
        if (isJsonObject(holder)) take(readOwn(holder, last), (one) => writeOwn(holder, last, one));
      } else if (Array.isArray(holder)) {
        for (let at = 0; at < holder.length; at++) {
          take(holder[at], (one) => {
            holder[at] = one;
          });
        }
      }
    }
    return objects;
  }

  /** @returns what gives, for an object, the one that stands for it and all alike */
  #sharing({ text, isWhole }: Representation): (object: JsonObject) => JsonObject {
    const first = new Map<string, JsonObject>();
    return (object) => {
      const type = object.__typename;
      if (typeof type !== "string" || !isWhole(type, countFields(object))) return object;
      const key = text(object);
      if (key === undefined) return object;
      const one = first.get(key);
      if (!one) first.set(key, object);
      else this.#shared.add(one);
      return one ?? object;
    };
  }
}

function step(values: readonly unknown[], segment: string): unknown[] {
  if (isFilter(segment)) return values.filter((value) => passes(segment, value));
  if (segment === "@") return values.flatMap((value) => (Array.isArray(value) ? value : []));
  return values.map((value) => (isJsonObject(value) ? readOwn(value, segment) : undefined));
}

function countFields(object: JsonObject): number {
  let count = 0;
  for (const _ in object) count++;
  return count;
}
