import { isJsonObject, type JsonObject, readOwn, writeOwn } from "../json.js";

/**
 * Adds what a subgraph answered to what is already there. Objects and lists of the same length are merged element by
 * element; a null never replaces a value, because another subgraph may know what this one does not.
 *
 * @param copy whether `source` stays untouched by later merges, for it is used at more than one place
 */
export function mergeInto(target: JsonObject, source: JsonObject, copy: boolean): void {
  for (const key in source) {
    const value = source[key];
    if (typeof value === "object" && value !== null) mergeValue(target, key, value, copy);
    else if (value !== undefined && (value !== null || readOwn(target, key) === undefined))
      writeOwn(target, key, value);
  }
}

function mergeValue(target: JsonObject, key: string, value: object, copy: boolean): void {
  const present = readOwn(target, key);
  if (isJsonObject(present) && isJsonObject(value)) mergeInto(present, value, copy);
  else if (Array.isArray(present) && Array.isArray(value) && present.length === value.length)
    mergeLists(present, value, copy);
  else writeOwn(target, key, copy ? copyOf(value) : value);
}

function mergeLists(target: unknown[], source: readonly unknown[], copy: boolean): void {
  for (const [at, value] of source.entries()) {
    const present = target[at];
    if (isJsonObject(present) && isJsonObject(value)) mergeInto(present, value, copy);
    else if (Array.isArray(present) && Array.isArray(value) && present.length === value.length)
      mergeLists(present, value, copy);
    else if (value !== null) target[at] = copy ? copyOf(value) : value;
  }
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isJsonObject(value)) return value;
  const result: JsonObject = {};
  for (const key in value) writeOwn(result, key, copyOf(value[key]));
  return result;
}
