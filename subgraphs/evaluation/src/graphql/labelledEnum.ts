import { registerEnumType } from "type-graphql";

interface Label {
  readonly zh: string;
  readonly en: string;
}

/**
 * Registers the keys of a table as a GraphQL enum; each value is described by its label, Chinese first.
 *
 * @returns the enum, for decorators to name
 */
export function labelledEnum<K extends string>(
  name: string,
  description: string,
  table: Readonly<Record<K, Label>>,
): { [S in K]: S } {
  const keys = Object.keys(table) as K[];
  const values = Object.fromEntries(keys.map((key) => [key, key])) as { [S in K]: S };
  const describe = ({ zh, en }: Label) => ({ description: `${zh}。 ${en}.` });
  const valuesConfig = Object.fromEntries(keys.map((key) => [key, describe(table[key])])) as Record<
    K,
    { description: string }
  >;
  registerEnumType(values, { name, description, valuesConfig });
  return values;
}
