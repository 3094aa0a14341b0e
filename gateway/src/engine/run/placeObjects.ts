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
    const shareable = this.mayShare && !place.overlaps && !place.apart ? representation : undefined;
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
    const last = way.length - 1;
    let holders: readonly unknown[] = from;
    for (let at = 0; at < last; at++) holders = step(holders, way[at] as string);
    const found = new Found(this.#shared, representation);
    const key = way[last] as string;
    if (key === "@") for (const list of holders) found.takeElements(list);
    else for (const holder of holders) found.takeField(holder, key);
    return found.objects;
  }
}

/** The objects that are found at a place, those that stand for several once. */
class Found {
  readonly objects: JsonObject[] = [];
  /** The first of those alike, by type and identity. */
  readonly #first = new Map<string, Map<unknown, JsonObject>>();
  readonly #seen = new Set<JsonObject>();

  constructor(
    private readonly shared: Set<JsonObject>,
    private readonly representation: Representation | undefined,
  ) {}

  takeElements(list: unknown): void {
    if (!Array.isArray(list)) return;
    for (let at = 0; at < list.length; at++) {
      const other = this.#take(list[at]);
      if (other) list[at] = other;
    }
  }

  takeField(holder: unknown, key: string): void {
    if (!isJsonObject(holder)) return;
    const other = this.#take(readOwn(holder, key));
    if (other) writeOwn(holder, key, other);
  }

  /** @returns the object that is to stand in place of this one */
  #take(value: unknown): JsonObject | undefined {
    if (!isJsonObject(value)) return undefined;
    if (this.shared.has(value)) {
      if (this.#seen.has(value)) return undefined;
      this.#seen.add(value);
    }
    const alike = this.#alike(value);
    if (alike) this.shared.add(alike);
    else this.objects.push(value);
    return alike;
  }

  #alike(object: JsonObject): JsonObject | undefined {
    const type = object.__typename;
    if (!this.representation || typeof type !== "string") return undefined;
    const identity = this.representation.identity(type, object);
    if (identity === undefined) return undefined;
    const ofType = this.#first.get(type) ?? new Map<unknown, JsonObject>();
    if (ofType.size === 0) this.#first.set(type, ofType);
    const first = ofType.get(identity);
    if (first === undefined) ofType.set(identity, object);
    return first === object ? undefined : first;
  }
}

function step(values: readonly unknown[], segment: string): unknown[] {
  const result: unknown[] = [];
  for (const value of values) {
    if (isFilter(segment)) {
      if (passes(segment, value)) result.push(value);
    } else if (segment === "@") {
      if (Array.isArray(value)) for (const element of value) result.push(element);
    } else if (isJsonObject(value)) result.push(readOwn(value, segment));
  }
  return result;
}
