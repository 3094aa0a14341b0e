import { type GraphQLCompositeType, isCompositeType, type OperationDefinitionNode } from "graphql";
import type { Conditions } from "../conditions.js";
import type { SelectionScope } from "../write/fields.js";

/** What compiling the phases of an operation needs. */
export interface PhaseScope extends SelectionScope {
  readonly conditions: Conditions;
  readonly definition: OperationDefinitionNode;
  /** The labels that clients gave, by the places of their `@defer`s. */
  readonly labels: ReadonlyMap<string, string | undefined>;
}

/** The root type of an operation. */
export function rootTypeOf({ schema, definition }: Pick<PhaseScope, "schema" | "definition">): GraphQLCompositeType {
  const type = schema.getRootType(definition.operation);
  if (!isCompositeType(type)) throw new Error(`The graph has no ${definition.operation} type.`);
  return type;
}
