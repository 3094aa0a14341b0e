import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** What is done to a document before it is planned. */
export interface Permission {
  readonly schema: GraphQLSchema;
  /** Whether the field of an object type is taken out, by its coordinate. */
  readonly withholds: (coordinate: string) => boolean;
  /** Fields that are read besides, of an object of this type. */
  readonly extras: (type: GraphQLCompositeType) => readonly SelectionNode[];
}

const field = (name: string): FieldNode => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } });

/**
 * The document without what is withheld, so that it is neither planned nor fetched. An interface's field that only some
 * types withhold becomes fragments on the others; what is left empty asks for the type's name, to tell null from empty.
 */
export function permittedDocument(document: DocumentNode, permission: Permission): DocumentNode {
  const { schema } = permission;
  const definitions = document.definitions.map((node) => {
    if (node.kind === Kind.OPERATION_DEFINITION) return permitted(node, schema.getRootType(node.operation), permission);
    if (node.kind !== Kind.FRAGMENT_DEFINITION) return node;
    return permitted(node, schema.getType(node.typeCondition.name.value), permission);
  });
  return { ...document, definitions };
}

function permitted<N extends OperationDefinitionNode | FragmentDefinitionNode | InlineFragmentNode | FieldNode>(
  node: N,
  type: unknown,
  permission: Permission,
): N {
  if (!node.selectionSet || !isCompositeType(type)) return node;
  return { ...node, selectionSet: selectionSet(node.selectionSet, type, permission) };
}

function selectionSet(set: SelectionSetNode, type: GraphQLCompositeType, permission: Permission): SelectionSetNode {
  const selections = set.selections.flatMap((selection) => selectionsFor(selection, type, permission));
  const all = [...selections, ...permission.extras(type)];
  return { kind: Kind.SELECTION_SET, selections: all.length > 0 ? all : [field("__typename")] };
}

function selectionsFor(
  selection: SelectionNode,
  type: GraphQLCompositeType,
  permission: Permission,
): readonly SelectionNode[] {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
  if (selection.kind === Kind.INLINE_FRAGMENT) {
    const condition = selection.typeCondition;
    return [permitted(selection, condition ? permission.schema.getType(condition.name.value) : type, permission)];
  }
  const { schema, withholds } = permission;
  const name = selection.name.value;
  const definition = isUnionType(type) ? undefined : type.getFields()[name];
  if (!definition) return [selection];
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const open = types.filter((one) => !withholds(`${one.name}.${name}`));
  if (open.length === 0) return [];
  const kept = permitted(selection, getNamedType(definition.type), permission);
  return open.length === types.length ? [kept] : open.map((one) => fragmentOn(one.name, [kept]));
}

export const fragmentOn = (type: string, selections: readonly SelectionNode[]): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
  selectionSet: { kind: Kind.SELECTION_SET, selections },
});
