/** Which types of the supergraph are kinds of which; inaccessible ones included. */
export class TypeRelations {
  readonly #subtypes: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(subtypes: Readonly<Record<string, readonly string[]>>) {
    this.#subtypes = new Map(Object.entries(subtypes).map(([name, types]) => [name, new Set(types)]));
  }

  isAbstract(type: string): boolean {
    return this.#subtypes.has(type);
  }

  /** Whether a fragment on `condition` applies to an object of `type`. */
  applies(condition: string, type: string): boolean {
    return condition === type || (this.#subtypes.get(condition)?.has(type) ?? false);
  }
}
