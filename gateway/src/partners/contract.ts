import {
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isUnionType,
  Kind,
  parse,
  printSchema,
} from "graphql";
import { type SupergraphType, typesIn } from "../access/supergraphTypes.js";
import { stringArgument } from "../supergraph/stringArgument.js";

type Types = ReadonlySet<string>;

/**
 * The part of a graph that is marked with a tag: fields marked themselves, all fields of types that are marked, and the
 * arguments, inputs, enums and scalars that these need. A field that leads to nothing that is marked is not in it.
 */
export function contractOf(supergraph: DocumentNode, api: GraphQLSchema, tag: string): GraphQLSchema {
  const marked = markedFields(typesIn(supergraph), tag);
  const fields = fruitfulFields(api, marked);
  const types = reachableTypes(api, fields);
  const definitions = parse(printSchema(api), { noLocation: true }).definitions.flatMap((node) =>
    narrowed(node, types, fields),
  );
  return buildASTSchema({ kind: Kind.DOCUMENT, definitions }, { assumeValid: true, assumeValidSDL: true });
}

const hasTag = ({ directives }: Pick<SupergraphType, "directives">, tag: string): boolean =>
  directives.some((directive) => directive.name.value === "tag" && stringArgument(directive, "name") === tag);

function markedFields(types: ReadonlyMap<string, SupergraphType>, tag: string): ReadonlySet<string> {
  const marked = [...types.values()].flatMap((type) =>
    type.fields
      .filter(({ directives = [] }) => hasTag(type, tag) || hasTag({ directives }, tag))
      .map(({ name }) => `${type.name}.${name.value}`),
  );
  return new Set(marked);
}

type Composite = Extract<GraphQLNamedType, { getFields(): Readonly<Record<string, GraphQLField<unknown, unknown>>> }>;

const hasFields = (type: GraphQLNamedType): type is Composite => isObjectType(type) || isInterfaceType(type);

/** Leaves out, until nothing changes, the fields whose object has no field left. */
function fruitfulFields(api: GraphQLSchema, marked: ReadonlySet<string>): ReadonlySet<string> {
  let kept = marked;
  for (;;) {
    const isFruitful = (type: GraphQLNamedType): boolean => {
      if (isLeafType(type)) return true;
      if (isUnionType(type)) return type.getTypes().some(isFruitful);
      return hasFields(type) && Object.keys(type.getFields()).some((name) => kept.has(`${type.name}.${name}`));
    };
    const next = new Set<string>();
    for (const type of Object.values(api.getTypeMap()).filter(hasFields)) {
      for (const { name, type: returned } of Object.values(type.getFields())) {
        const coordinate = `${type.name}.${name}`;
        const isReadable = [type, ...possibleTypes(api, type)].every((one) => kept.has(`${one.name}.${name}`));
        if (isReadable && isFruitful(getNamedType(returned))) next.add(coordinate);
      }
    }
    if (next.size === kept.size) return next;
    kept = next;
  }
}

/** What an interface's field is read of: it is in a contract only when it is there for all of them. */
const possibleTypes = (api: GraphQLSchema, type: Composite) =>
  isInterfaceType(type) ? api.getPossibleTypes(type) : [];

/** What can be reached from the roots over fields of the contract, inputs included. */
function reachableTypes(api: GraphQLSchema, fields: ReadonlySet<string>): Types {
  const reached = new Set<string>();
  const reach = (type: GraphQLNamedType): void => {
    if (reached.has(type.name)) return;
    reached.add(type.name);
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) reach(getNamedType(field.type));
    if (isUnionType(type)) for (const member of type.getTypes()) reachObject(member);
    if (isInterfaceType(type)) for (const object of api.getPossibleTypes(type)) reachObject(object);
    if (!hasFields(type)) return;
    for (const { name, type: returned, args } of Object.values(type.getFields())) {
      if (!fields.has(`${type.name}.${name}`)) continue;
      for (const one of [{ type: returned }, ...args]) reach(getNamedType(one.type));
    }
  };
  /** An object behind an abstract type is there only with something to read of it. */
  const reachObject = (type: Composite) => {
    if (Object.keys(type.getFields()).some((name) => fields.has(`${type.name}.${name}`))) reach(type);
  };
  const query = api.getQueryType();
  if (query) reach(query); // there has to be one, even when nothing is in it
  for (const root of [api.getMutationType(), api.getSubscriptionType()]) if (root) reachObject(root);
  for (const name of ["String", "Boolean"]) reached.add(name); // introspection's own
  for (const { args } of api.getDirectives()) for (const { type } of args) reach(getNamedType(type)); // kept with them
  return reached;
}

function narrowed(node: DefinitionNode, types: Types, fields: ReadonlySet<string>): readonly DefinitionNode[] {
  if (node.kind === Kind.SCHEMA_DEFINITION)
    return [{ ...node, operationTypes: node.operationTypes.filter(({ type }) => types.has(type.name.value)) }];
  if (node.kind === Kind.DIRECTIVE_DEFINITION) return [node];
  if (!("name" in node) || !node.name || !types.has(node.name.value)) return [];
  if (node.kind === Kind.UNION_TYPE_DEFINITION)
    return [{ ...node, types: (node.types ?? []).filter(({ name }) => types.has(name.value)) }];
  if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [node];
  const owner = node.name.value;
  return [
    {
      ...node,
      interfaces: (node.interfaces ?? []).filter(({ name }) => types.has(name.value)),
      fields: (node.fields ?? []).filter(({ name }) => fields.has(`${owner}.${name.value}`)),
    },
  ];
}
