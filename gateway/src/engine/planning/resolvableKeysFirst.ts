import {
  type ConstDirectiveNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  visit,
} from "graphql";

/**
 * The supergraph with each type's resolvable keys before the others. When the planner goes back to a subgraph for what a
 * `@requires` was fetched for, it takes the type's first key, though a key with `resolvable: false` leads nowhere.
 */
export function resolvableKeysFirst(supergraph: DocumentNode): DocumentNode {
  return visit(supergraph, { ObjectTypeDefinition: sorted, InterfaceTypeDefinition: sorted });
}

function sorted<T extends ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode>(type: T): T | undefined {
  const { directives = [] } = type;
  if (!directives.some(isDeadEnd)) return undefined;
  return { ...type, directives: directives.toSorted((a, b) => Number(isDeadEnd(a)) - Number(isDeadEnd(b))) };
}

const isDeadEnd = ({ name, arguments: given }: ConstDirectiveNode): boolean =>
  name.value === "join__type" &&
  (given ?? []).some(
    ({ name, value }) => name.value === "resolvable" && value.kind === Kind.BOOLEAN && value.value === false,
  );
