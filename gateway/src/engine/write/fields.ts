import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { TypeRelations } from "../compile/typeRelations.js";
import type { View } from "../view.js";

/** What the fields of an answer depend on besides the data. */
export interface SelectionScope {
  readonly schema: GraphQLSchema;
  readonly types: TypeRelations;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Whether `@skip` and `@include` let a selection stand. */
  readonly stands: (selection: SelectionNode) => boolean;
  /** What of the data may be written. */
  readonly view?: View | undefined;
}

export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** The fields to answer for an object of `type`, by response key, in the order of their first mention. */
export function collectFields(
  selectionSets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  scope: SelectionScope,
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();

  const visit = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!scope.stands(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const nodes = fields.get(key);
        if (nodes) nodes.push(selection);
        else fields.set(key, [selection]);
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection.typeCondition?.name.value, type, scope.schema)) visit(selection.selectionSet);
        continue;
      }
      const fragment = scope.fragments.get(selection.name.value);
      if (!fragment || visited.has(fragment.name.value)) continue;
      visited.add(fragment.name.value);
      if (applies(fragment.typeCondition.name.value, type, scope.schema)) visit(fragment.selectionSet);
    }
  };
  for (const selectionSet of selectionSets) visit(selectionSet);
  return fields;
}

function applies(condition: string | undefined, type: GraphQLCompositeType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wider = schema.getType(condition);
  return isAbstractType(wider) && "getInterfaces" in type && schema.isSubType(wider, type);
}
