import {
  type DocumentNode,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/** Coordinates of all fields that a document may read: of an interface's field, those of every type behind it. */
export function fieldsIn(document: DocumentNode, schema: GraphQLSchema): ReadonlySet<string> {
  const coordinates = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ name }) {
        const parent = info.getParentType();
        if (!isCompositeType(parent)) return;
        const types = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
        for (const type of types) coordinates.add(`${type.name}.${name.value}`);
      },
    }),
  );
  return coordinates;
}
