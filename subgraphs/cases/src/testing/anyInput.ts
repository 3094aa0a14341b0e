import fc from "fast-check";
import {
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";

/** Texts of every kind that clients send by mistake or on purpose. */
export const texts = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\0",
    "a\0b",
    "\ud800",
    "😀",
    "null",
    "0",
    "-1",
    "%",
    '\'; drop table "case"; --',
    "|",
    "9".repeat(30),
    "x".repeat(201),
    "长".repeat(19_999),
  ),
  fc.constantFrom(
    "not-a-uuid",
    "11111111-1111-4111-8111-111111111111",
    "2026|x",
    "2026-03-02T01:30:00.000Z|x",
    "{}",
    "99999999999999999999",
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
);
export const numbers = fc.constantFrom(0, 1, -1, 3, 20, 101, 2_147_483_647, -2_147_483_648);

/** Any value that the type lets through, and now and then one that it does not. */
export function anyOf(type: GraphQLInputType, known: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  if (isNonNullType(type))
    return fc.oneof(
      { arbitrary: anyOf(type.ofType, known).filter((value) => value != null), weight: 50 },
      { arbitrary: fc.constant(null), weight: 1 },
    );
  if (isListType(type)) return fc.array(anyOf(type.ofType, known), { maxLength: 4 });
  if (isEnumType(type))
    return fc.oneof(
      { arbitrary: fc.constantFrom(...type.getValues().map(({ name }) => name)), weight: 20 },
      { arbitrary: fc.constant("NO_SUCH"), weight: 1 },
    );
  if (isInputObjectType(type)) {
    const fields = Object.entries(type.getFields()).map(([name, field]) => [name, anyOf(field.type, known)] as const);
    return fc.record(Object.fromEntries(fields), {
      requiredKeys: Object.entries(type.getFields())
        .filter(([, field]) => isNonNullType(field.type))
        .map(([name]) => name),
    });
  }
  const { name } = type as { name: string };
  const value = name === "Int" ? numbers : name === "Boolean" ? fc.boolean() : fc.oneof(texts, known);
  return fc.oneof({ arbitrary: value, weight: 10 }, { arbitrary: fc.constant(null), weight: 1 });
}

/** Everything of a type that needs no arguments and is this subgraph's own, to a depth. */
export function selectionOf(type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.astNode?.directives?.some(({ name }) => name.value === "external")) return [];
    const named = getNamedType(field.type);
    if (!isObjectType(named)) return field.args.length === 0 ? [field.name] : [];
    return depth > 0 ? [`${field.name} { ${selectionOf(named, depth - 1)} }`] : [];
  });
  return `__typename ${fields.join(" ")}`;
}
