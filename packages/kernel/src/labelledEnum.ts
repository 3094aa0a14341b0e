import { registerEnumType } from "type-graphql";
import type { Bilingual } from "./errors.js";

/** What a value is called in both languages, by name or in that order. */
export type Label = Bilingual | readonly [zh: string, en: string];

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
  const valuesConfig = Object.fromEntries(keys.map((key) => [key, { description: textOf(table[key]) }])) as Record<
    K,
    { readonly description: string }
  >;
  registerEnumType(values, { name, description, valuesConfig });
  return values;
}

function textOf(label: Label): string {
  const [zh, en] = "zh" in label ? [label.zh, label.en] : label;
  return `${zh}。 ${en}.`;
}
