import {
  type ConstArgumentNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  type NameNode,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  type TypeNode,
} from "graphql";

/** A field with certain arguments, which the planner knows as a field of its own. */
export interface StandIn {
  readonly name: string;
  readonly type: string;
  readonly field: string;
  readonly arguments: FieldNode["arguments"];
  /** The subgraphs that require it, as `join__Graph` names them. */
  readonly users: Set<string>;
}

export const isStandIn = (name: string): boolean => name.startsWith("_required");

/**
 * The planner takes a field for the same whatever its arguments are. Two fields of which one `@requires` a price in one
 * currency and the other in another would both get one of them. So each field that is required with arguments becomes
 * a field of its own for the planner; `restorePlan` then makes it the field with its arguments again.
 */
export class StandIns {
  readonly supergraph: DocumentNode;
  readonly #byName = new Map<string, StandIn>();
  readonly #byCall = new Map<string, StandIn>();
  /** By subgraph, type and field: the stand-ins that it requires. */
  readonly #required = new Map<string, ReadonlySet<StandIn>>();
  readonly #types: ReadonlyMap<string, ObjectTypeDefinitionNode>;

  constructor(supergraph: DocumentNode) {
    const types = supergraph.definitions.filter((one) => one.kind === Kind.OBJECT_TYPE_DEFINITION);
    this.#types = new Map(types.map((type) => [type.name.value, type]));
    const subgraphs = subgraphNames(supergraph);
    const rewritten = new Map(types.map((type) => [type, this.#rewriteType(type, subgraphs)]));
    const definitions = supergraph.definitions.map((one) => {
      const type = one.kind === Kind.OBJECT_TYPE_DEFINITION ? rewritten.get(one) : undefined;
      return type ? { ...type, fields: [...(type.fields ?? []), ...this.#fieldsFor(type)] } : one;
    });
    this.supergraph = this.#byName.size === 0 ? supergraph : { ...supergraph, definitions };
  }

  get any(): boolean {
    return this.#byName.size > 0;
  }

  get(name: string): StandIn | undefined {
    return this.#byName.get(name);
  }

  requiredBy(subgraph: string, type: string, field: string): ReadonlySet<StandIn> {
    return this.#required.get([subgraph, type, field].join(" ")) ?? new Set();
  }

  #rewriteType(type: ObjectTypeDefinitionNode, subgraphs: ReadonlyMap<string, string>): ObjectTypeDefinitionNode {
    const witnesses: FieldDefinitionNode[] = [];
    const rewrite = (field: FieldDefinitionNode, directive: ConstDirectiveNode): ConstDirectiveNode => {
      const requires = directive.name.value === "join__field" ? argument(directive, "requires") : undefined;
      const graph = argument(directive, "graph")?.value;
      if (requires?.value.kind !== Kind.STRING || !requires.value.value.includes("(") || graph?.kind !== Kind.ENUM)
        return directive;
      const used = new Set<StandIn>();
      const selection = this.#rewriteSelection(parseSelection(requires.value.value), type.name.value, used);
      for (const { users } of used) users.add(graph.value);
      this.#required.set([subgraphs.get(graph.value), type.name.value, field.name.value].join(" "), used);
      witnesses.push(witness(field.name.value, directive));
      const value = { ...requires.value, value: print(selection).slice(1, -1).trim(), block: true };
      const given = directive.arguments?.map((one) => (one === requires ? { ...one, value } : one));
      return { ...directive, arguments: given };
    };
    const fields = type.fields?.map((field) => ({
      ...field,
      directives: field.directives?.map((directive) => rewrite(field, directive)),
    }));
    return { ...type, fields: [...(fields ?? []), ...witnesses] };
  }

  #rewriteSelection(set: SelectionSetNode, type: string, used: Set<StandIn>): SelectionSetNode {
    const selections = set.selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value ?? type;
        return { ...selection, selectionSet: this.#rewriteSelection(selection.selectionSet, condition, used) };
      }
      const definition = this.#types.get(type)?.fields?.find(({ name }) => name.value === selection.name.value);
      const inner = definition && selection.selectionSet;
      const selectionSet = inner && this.#rewriteSelection(inner, namedType(definition.type), used);
      if (!definition || !selection.arguments?.length) return { ...selection, ...(selectionSet && { selectionSet }) };
      const standIn = this.#standInFor(type, selection);
      used.add(standIn);
      return { kind: Kind.FIELD as const, name: nameNode(standIn.name), ...(selectionSet && { selectionSet }) };
    });
    return { ...set, selections };
  }

  #standInFor(type: string, { name: { value: field }, arguments: given }: FieldNode): StandIn {
    const call = [type, field, ...(given ?? []).map(print).sort()].join(" ");
    const known = this.#byCall.get(call);
    if (known) return known;
    const standIn = {
      name: `_required${this.#byCall.size + 1}_${field}`,
      type,
      field,
      arguments: given,
      users: new Set<string>(),
    };
    this.#byCall.set(call, standIn);
    this.#byName.set(standIn.name, standIn);
    return standIn;
  }

  #fieldsFor({ name, fields }: ObjectTypeDefinitionNode): FieldDefinitionNode[] {
    return [...this.#byName.values()]
      .filter(({ type }) => type === name.value)
      .flatMap((standIn) => {
        const field = fields?.find((one) => one.name.value === standIn.field);
        const directives = field?.directives?.filter((directive) => !isIdleExternal(directive, standIn));
        return field ? [{ ...field, name: nameNode(standIn.name), arguments: [], directives }] : [];
      });
  }
}

/** A field that nobody asks for: it requires what `field` did, for what is external must be used by something. */
const witness = (field: string, directive: ConstDirectiveNode): FieldDefinitionNode => {
  const graph = argument(directive, "graph")?.value;
  return {
    kind: Kind.FIELD_DEFINITION,
    name: nameNode(`_requiredBy_${field}_${graph?.kind === Kind.ENUM ? graph.value : ""}`),
    type: { kind: Kind.NAMED_TYPE, name: nameNode("Boolean") },
    directives: [
      {
        ...directive,
        arguments: directive.arguments?.filter(({ name: { value } }) => ["graph", "requires"].includes(value)),
      },
    ],
  };
};

/** Whether a `join__field` says that the field is external in a subgraph that has no use for the stand-in. */
const isIdleExternal = (directive: ConstDirectiveNode, { users }: StandIn): boolean => {
  const graph = argument(directive, "graph")?.value;
  const external = argument(directive, "external")?.value;
  const isExternal = external?.kind === Kind.BOOLEAN && external.value;
  return isExternal && !(graph?.kind === Kind.ENUM && users.has(graph.value));
};

const nameNode = (value: string): NameNode => ({ kind: Kind.NAME, value });

export const argument = ({ arguments: given }: ConstDirectiveNode, name: string): ConstArgumentNode | undefined =>
  given?.find((one) => one.name.value === name);

export const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);

export function parseSelection(fields: string): SelectionSetNode {
  const [definition] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error("A @requires selects nothing readable.");
  return definition.selectionSet;
}

/** The names of the subgraphs by the values of `join__Graph`. */
export function subgraphNames({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  const graphs = definitions.find((one) => one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === "join__Graph");
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.map(({ name, directives }) => {
      const given = directives?.flatMap((directive) => argument(directive, "name") ?? [])[0]?.value;
      return [name.value, given?.kind === Kind.STRING ? given.value : name.value];
    }),
  );
}
