import { type ConstDirectiveNode, type DocumentNode, Kind, type SelectionSetNode } from "graphql";
import { argument, parseSelection, subgraphNames } from "./standIns.ts";

/** What a subgraph must be given of an object, by the supergraph's `join__` directives: names of top fields. */
export class Needs {
  readonly #required = new Map<string, ReadonlySet<string>>();
  readonly #keys = new Map<string, Set<string>>();

  constructor(supergraph: DocumentNode) {
    const subgraphs = subgraphNames(supergraph);
    const graphOf = (directive: ConstDirectiveNode) => {
      const graph = argument(directive, "graph")?.value;
      return graph?.kind === Kind.ENUM ? subgraphs.get(graph.value) : undefined;
    };
    for (const type of supergraph.definitions) {
      if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
      for (const directive of type.directives ?? []) {
        const names = fieldsIn(directive, "key");
        const at = [graphOf(directive), type.name.value].join(" ");
        if (names) this.#keys.set(at, new Set([...(this.#keys.get(at) ?? []), ...names]));
      }
      for (const field of type.fields ?? []) {
        for (const directive of field.directives ?? []) {
          const names = fieldsIn(directive, "requires");
          if (names) this.#required.set([graphOf(directive), type.name.value, field.name.value].join(" "), names);
        }
      }
    }
  }

  get any(): boolean {
    return this.#required.size > 0;
  }

  /** What the field `@requires` in the subgraph. */
  of(subgraph: string, type: string, field: string): ReadonlySet<string> {
    return this.#required.get([subgraph, type, field].join(" ")) ?? new Set();
  }

  isKey(subgraph: string, type: string, field: string): boolean {
    return this.#keys.get([subgraph, type].join(" "))?.has(field) ?? false;
  }
}

function fieldsIn(directive: ConstDirectiveNode, name: "key" | "requires"): ReadonlySet<string> | undefined {
  const fields = argument(directive, name)?.value;
  return fields?.kind === Kind.STRING ? topFields(parseSelection(fields.value)) : undefined;
}

function topFields({ selections }: SelectionSetNode): ReadonlySet<string> {
  const names = selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    return selection.kind === Kind.INLINE_FRAGMENT ? [...topFields(selection.selectionSet)] : [];
  });
  return new Set(names);
}
