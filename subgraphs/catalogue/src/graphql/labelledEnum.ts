import { registerEnumType } from "type-graphql";

/**
 * Registers the keys of a table as a GraphQL enum; each value is described by its two labels, Chinese first.
 *
 * @returns the enum, for decorators to name
 */
export function labelledEnum<K extends string>(
  name: string,
  description: string,
  table: Readonly<Record<K, readonly [zh: string, en: string]>>,
): { [S in K]: S } {
  const keys = Object.keys(table) as K[];
  const described = keys.map((key) => [key, { description: `${table[key][0]}。 ${table[key][1]}.` }] as const);
  const values = Object.fromEntries(keys.map((key) => [key, key])) as { [S in K]: S };
  registerEnumType(values, { name, description, valuesConfig: Object.fromEntries(described) as never });
  return values;
}
