import { type DocumentNode, type GraphQLSchema, getOperationAST } from "graphql";
import type { Prepared } from "../engine/engine.js";
import { fieldRequirements } from "./fieldRequirements.js";
import { fieldsIn } from "./fieldsIn.js";
import { personalFields } from "./personalFields.js";
import { typesIn } from "./supergraphTypes.js";

/**
 * Whether a query's answer to somebody without credentials may be kept and given to others like them: it reads nothing
 * that is personal, that a directive keeps for some, or that hangs on a secret among its arguments.
 */
export function shareableQueries(
  supergraph: DocumentNode,
  schema: GraphQLSchema,
): (prepared: Prepared, operationName: string | undefined) => boolean {
  const types = typesIn(supergraph);
  const required = fieldRequirements(types).byCoordinate;
  const personal = personalFields(types);
  const guessable = new Set(
    [...types.values()].flatMap((type) =>
      type.fields
        .filter(({ directives = [] }) => directives.some(({ name }) => name.value === "guessable"))
        .map(({ name }) => `${type.name}.${name.value}`),
    ),
  );
  const isKept = (field: string) => required.has(field) || personal.has(field) || guessable.has(field);
  const known = new WeakMap<DocumentNode, boolean>();
  const isOpen = (document: DocumentNode): boolean => {
    const judged = known.get(document) ?? ![...fieldsIn(document, schema)].some(isKept);
    known.set(document, judged);
    return judged;
  };
  return ({ document }, operationName) =>
    document !== undefined && getOperationAST(document, operationName)?.operation === "query" && isOpen(document);
}
