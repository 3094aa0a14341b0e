import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from "graphql";

/** For each field that takes values from contexts, by its coordinate: for each value, the types that give it. */
export type Takers = ReadonlyMap<string, readonly ReadonlySet<string>[]>;

/**
 * Of an object that is selected through an interface the planner does not know that its own type gives a value, and
 * takes it from further up.
 *
 * @throws where it would
 */
export function checkWays({ definitions }: DocumentNode, api: GraphQLSchema, takers: Takers): void {
  const fragments = new Map(
    definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]),
  );
  /** @param above  the types that the fields on the way are selected of, nearest first */
  const walk = ({ selections }: SelectionSetNode, type: GraphQLCompositeType, above: GraphQLCompositeType[]): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        for (const givers of takers.get(`${type.name}.${selection.name.value}`) ?? []) checkWay(above, givers, api);
        const field = isUnionType(type) ? undefined : type.getFields()[selection.name.value];
        const inner = field && getNamedType(field.type);
        if (selection.selectionSet && isCompositeType(inner)) walk(selection.selectionSet, inner, [type, ...above]);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const condition = fragment?.typeCondition && api.getType(fragment.typeCondition.name.value);
      if (fragment) walk(fragment.selectionSet, isCompositeType(condition) ? condition : type, above);
    }
  };
  for (const one of definitions) {
    const root = one.kind === Kind.OPERATION_DEFINITION ? api.getRootType(one.operation) : undefined;
    if (one.kind === Kind.OPERATION_DEFINITION && root) walk(one.selectionSet, root, []);
  }
}

function checkWay(above: readonly GraphQLCompositeType[], givers: ReadonlySet<string>, api: GraphQLSchema): void {
  const gives = (type: GraphQLCompositeType): boolean =>
    givers.has(type.name) ||
    (!isUnionType(type) && type.getInterfaces().some(({ name }) => givers.has(name))) ||
    [...givers].some((name) => {
      const union = api.getType(name);
      return isUnionType(union) && union.getTypes().some((member) => member === type);
    });
  let passed: GraphQLCompositeType | undefined;
  for (const type of above) {
    // Where nothing above gives the value either, the planner does look at the objects' own types.
    if (gives(type)) {
      if (!passed) return;
      throw new Error(`Select what is below ${passed.name} in fragments on its types: some of them are contexts.`);
    }
    if (isInterfaceType(type) && api.getPossibleTypes(type).some(gives)) passed ??= type;
  }
}
