import {
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type TypeDefinitionNode,
  type TypeNode,
} from "graphql";

/** A type of a supergraph, as its text has it: with the directives that the API schema leaves out. */
export interface SupergraphType {
  readonly name: string;
  readonly isAbstract: boolean;
  readonly interfaces: readonly string[];
  readonly directives: readonly DirectiveNode[];
  readonly fields: readonly FieldDefinitionNode[];
}

const TYPES: readonly string[] = [
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
];

/** The output types of a supergraph by name. */
export function typesIn(supergraph: DocumentNode): ReadonlyMap<string, SupergraphType> {
  const types = supergraph.definitions.filter((node): node is TypeDefinitionNode => TYPES.includes(node.kind));
  return new Map(types.map((node) => [node.name.value, typeOf(node)]));
}

const typeOf = (node: TypeDefinitionNode): SupergraphType => ({
  name: node.name.value,
  isAbstract: node.kind === Kind.INTERFACE_TYPE_DEFINITION || node.kind === Kind.UNION_TYPE_DEFINITION,
  interfaces: "interfaces" in node ? (node.interfaces ?? []).map(({ name }) => name.value) : [],
  directives: node.directives ?? [],
  fields: "fields" in node ? (node.fields ?? []).filter((field) => field.kind === Kind.FIELD_DEFINITION) : [],
});

/** The type's name without its lists and exclamation marks. */
export const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
