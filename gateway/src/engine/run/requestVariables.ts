import { quote } from "../write/quote.js";

/** The JSON of the variables a fetch uses; a variable that was not given, and has no default, is left out. */
export function variablesText(
  names: Iterable<string>,
  values: Readonly<Record<string, unknown>>,
  more: readonly string[] = [],
): string {
  const members = [...more];
  for (const name of names) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined) members.push(`${quote(name)}:${JSON.stringify(value)}`);
  }
  return `{${members.join(",")}}`;
}
