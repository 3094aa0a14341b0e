import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionNode,
} from "graphql";
import { stringArgument } from "../supergraph/stringArgument.js";
import { fragmentOn } from "./permittedDocument.js";
import type { SupergraphType } from "./supergraphTypes.js";

/** How objects of a type say which entity they are: fields, and the response keys under which we read them. */
export interface Identity {
  readonly fields: readonly FieldNode[];
  readonly responseKeys: readonly string[];
}

/** Identities of the graph's entities by type; those whose keys clients cannot see, or that are nested, have none. */
export function entityKeys(
  types: ReadonlyMap<string, SupergraphType>,
  schema: GraphQLSchema,
): ReadonlyMap<string, Identity> {
  const identities = [...types.values()].flatMap(({ name, directives }) => {
    const visible = schema.getType(name);
    if (!isObjectType(visible)) return [];
    const keys = directives.filter((one) => one.name.value === "join__type").map((one) => stringArgument(one, "key"));
    const key = keys.find((fields) => fields?.split(/\s+/).every((field) => field in visible.getFields()));
    return key ? [[name, identityBy(key.split(/\s+/))] as const] : [];
  });
  return new Map(identities);
}

/** What to select besides, so that an object of this type, or of one behind it, says which entity it is. */
export function identifying(
  type: GraphQLCompositeType,
  identities: ReadonlyMap<string, Identity>,
  schema: GraphQLSchema,
): readonly SelectionNode[] {
  if (!isAbstractType(type)) return identities.get(type.name)?.fields ?? [];
  return schema.getPossibleTypes(type).flatMap(({ name }) => {
    const fields = identities.get(name)?.fields;
    return fields ? [fragmentOn(name, fields)] : [];
  });
}

const identityBy = (fields: readonly string[]): Identity => ({
  fields: fields.map((field) => ({
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: responseKey(field) },
    name: { kind: Kind.NAME, value: field },
  })),
  responseKeys: fields.map(responseKey),
});

/** A name that a client has no reason to choose as an alias. */
const responseKey = (field: string) => `yimenKey_${field}`;
