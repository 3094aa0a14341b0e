import type { GraphFacts } from "../planning/messages.js";

/** Which types of the supergraph are kinds of which, inaccessible ones included, and what of it clients do not see. */
export class TypeRelations {
  readonly #subtypes: ReadonlyMap<string, ReadonlySet<unknown>>;
  readonly #hiddenValues: ReadonlyMap<string, ReadonlySet<unknown>>;

  constructor({ subtypes, hiddenValues }: Pick<GraphFacts, "subtypes" | "hiddenValues">) {
    this.#subtypes = setsOf(subtypes);
    this.#hiddenValues = setsOf(hiddenValues);
  }

  isAbstract(type: string): boolean {
    return this.#subtypes.has(type);
  }

  /** Whether a fragment on `condition` applies to an object of `type`. */
  applies(condition: string, type: string): boolean {
    return condition === type || (this.#subtypes.get(condition)?.has(type) ?? false);
  }

  abstractTypesOf(type: string): string[] {
    return [...this.#subtypes.keys()].filter((abstract) => this.applies(abstract, type));
  }

  /** Whether a value is one of the enum's that are inaccessible. */
  hidesValue(enumType: string, value: unknown): boolean {
    return this.#hiddenValues.get(enumType)?.has(value) ?? false;
  }
}

const setsOf = (lists: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ReadonlySet<unknown>> =>
  new Map(Object.entries(lists).map(([name, list]) => [name, new Set(list)]));
