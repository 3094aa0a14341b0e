import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
} from "graphql";
import { describe, expect, it } from "vitest";

const file = fileURLToPath(new URL("../../gateway/supergraph.graphql", import.meta.url));
const types = new Map(
  parse(readFileSync(file, "utf8")).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ? [[definition.name.value, definition]] : [],
  ),
);

/** The subgraphs that a type or a field says it is in. */
const graphsOf = (directives: readonly ConstDirectiveNode[] = [], name: string): string[] =>
  directives
    .filter((directive) => directive.name.value === name)
    .flatMap(({ arguments: given = [] }) =>
      given.some((argument) => argument.name.value === "external") ? [] : given.flatMap(graphArgument),
    );

const graphArgument = ({ name, value }: { name: { value: string }; value: { kind: string } }): string[] =>
  name.value === "graph" && "value" in value ? [String(value.value)] : [];

const fieldsOf = (type: ObjectTypeDefinitionNode) => type.fields ?? [];
const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

/** The subgraphs that answer a field: those it names, or all of its type's. */
function answering(type: ObjectTypeDefinitionNode, field: FieldDefinitionNode): string[] {
  const own = graphsOf(field.directives, "join__field");
  return own.length > 0 ? own : graphsOf(type.directives, "join__type");
}

/** The subgraph that an entity belongs to: most of its fields are answered there. */
function homeOf(type: ObjectTypeDefinitionNode): string | undefined {
  const answers = fieldsOf(type).flatMap((field) => answering(type, field));
  const counts = Map.groupBy(answers, (graph) => graph);
  return [...counts].sort(([, one], [, other]) => other.length - one.length)[0]?.[0];
}

const isEntity = (type: ObjectTypeDefinitionNode | undefined) =>
  new Set(graphsOf(type?.directives, "join__type")).size > 1 && type?.name.value !== "Query";

/** Fields that need a subgraph besides the one that their object came from. */
function crossing(type: ObjectTypeDefinitionNode): FieldDefinitionNode[] {
  const home = homeOf(type);
  return fieldsOf(type).filter((field) => {
    const target = types.get(namedType(field.type));
    const graphs = answering(type, field);
    const isContributed = isEntity(type) && !graphs.includes(home ?? "");
    const pointsAway = target && isEntity(target) && !graphs.includes(homeOf(target) ?? "");
    return isContributed || pointsAway;
  });
}

const required = (type: ObjectTypeDefinitionNode, fields: readonly FieldDefinitionNode[]) =>
  fields
    .filter((field) => field.type.kind === Kind.NON_NULL_TYPE)
    .map((field) => `${type.name.value}.${field.name.value}`);

describe("the supergraph", () => {
  it("requires nothing across subgraphs, so that one that is down takes only its own fields away (I-G4)", () => {
    const all = [...types.values()].filter(({ name }) => !["Query", "Mutation", "Subscription"].includes(name.value));

    expect(all.flatMap((type) => required(type, crossing(type)))).toEqual([]);
  });

  it("requires nothing at the root of a query (I-G4)", () => {
    const query = types.get("Query") as ObjectTypeDefinitionNode;

    expect(required(query, fieldsOf(query))).toEqual([]);
  });
});
