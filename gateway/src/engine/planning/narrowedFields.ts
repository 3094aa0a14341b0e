import type { FetchNode, QueryPlan } from "@apollo/query-planner";
import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  parseType,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { asking, replaceFetches } from "./planFetches.ts";
import { argument, namedType, subgraphNames } from "./standIns.ts";
import { TYPENAME } from "./withTypenames.ts";

/**
 * Fields that are of one object type in a subgraph and of an interface or a union in the graph. The planner asks for the
 * type of an object only where the subgraph's own type leaves it open; whoever reads the answer needs it here, too.
 */
export class NarrowedFields {
  /** The types of fields, by subgraph, type and field; "" stands for a subgraph that says nothing of its own. */
  readonly #types = new Map<string, string>();
  readonly #narrowed = new Set<string>();
  readonly #roots = new Map<string, string>([
    ["query", "Query"],
    ["mutation", "Mutation"],
    ["subscription", "Subscription"],
  ]);

  constructor(supergraph: DocumentNode) {
    const subgraphs = subgraphNames(supergraph);
    const objects = new Set<string>();
    for (const one of supergraph.definitions) {
      if (one.kind === Kind.OBJECT_TYPE_DEFINITION) objects.add(one.name.value);
      if (one.kind === Kind.SCHEMA_DEFINITION)
        for (const { operation, type } of one.operationTypes) this.#roots.set(operation, type.name.value);
    }
    for (const type of supergraph.definitions) {
      if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
      for (const field of type.fields ?? []) {
        const whole = namedType(field.type);
        this.#types.set(["", type.name.value, field.name.value].join(" "), whole);
        for (const directive of field.directives ?? []) {
          const graph = argument(directive, "graph")?.value;
          const given = argument(directive, "type")?.value;
          if (directive.name.value !== "join__field" || graph?.kind !== Kind.ENUM || given?.kind !== Kind.STRING)
            continue;
          const own = namedType(parseType(given.value));
          const at = [subgraphs.get(graph.value), type.name.value, field.name.value].join(" ");
          this.#types.set(at, own);
          if (objects.has(own) && !objects.has(whole)) this.#narrowed.add(at);
        }
      }
    }
  }

  /** The plan with the type of each object asked for that such a field leads to. */
  withTypes(plan: QueryPlan): QueryPlan {
    return this.#narrowed.size > 0 ? replaceFetches(plan, (fetch) => this.#withTypes(fetch)) : plan;
  }

  #withTypes(fetch: FetchNode): FetchNode {
    const [operation] = parse(fetch.operation, { noLocation: true }).definitions as [OperationDefinitionNode];
    const root = this.#roots.get(operation.operation) ?? "";
    const selectionSet = this.#within(operation.selectionSet, root, fetch.serviceName);
    return selectionSet === operation.selectionSet ? fetch : asking(fetch, { ...operation, selectionSet });
  }

  /** @returns the same set where nothing is missing */
  #within(set: SelectionSetNode, type: string, subgraph: string): SelectionSetNode {
    const selections = set.selections.map((selection): SelectionNode => {
      if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) return selection;
      const isField = selection.kind === Kind.FIELD;
      const at = isField ? [subgraph, type, selection.name.value].join(" ") : "";
      const inner = isField
        ? (this.#types.get(at) ?? this.#types.get(["", type, selection.name.value].join(" ")) ?? "")
        : (selection.typeCondition?.name.value ?? type);
      const found = this.#within(selection.selectionSet, inner, subgraph);
      const selectionSet = this.#narrowed.has(at) ? withTypename(found) : found;
      return selectionSet === selection.selectionSet ? selection : { ...selection, selectionSet };
    });
    return selections.every((one, index) => one === set.selections[index]) ? set : { ...set, selections };
  }
}

const isTypename = (selection: SelectionNode): boolean =>
  selection.kind === Kind.FIELD &&
  selection.name.value === "__typename" &&
  !selection.alias &&
  !selection.directives?.length;

const withTypename = (set: SelectionSetNode): SelectionSetNode =>
  set.selections.some(isTypename) ? set : { ...set, selections: [TYPENAME, ...set.selections] };
