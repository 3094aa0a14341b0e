import { type DocumentNode, GraphQLError, visit } from "graphql";

/** Refuses a document that asks for the schema itself. `__typename` is not such a question. */
export function judgeIntrospection(document: DocumentNode): readonly GraphQLError[] {
  const errors: GraphQLError[] = [];
  visit(document, {
    Field(field) {
      if (field.name.value !== "__schema" && field.name.value !== "__type") return;
      const extensions = { code: "INTROSPECTION_DISABLED" };
      errors.push(new GraphQLError("Introspection is switched off here.", { nodes: field, extensions }));
    },
  });
  return errors.slice(0, 1);
}
