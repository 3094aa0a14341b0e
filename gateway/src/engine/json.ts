/** An object of a parsed JSON text: what subgraphs answer, and what their answers are merged into. */
export type JsonObject = Record<string, unknown>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The object's own value. Clients choose response keys, so `toString` and `__proto__` are keys like any other:
 * only those pay for the check.
 */
export const readOwn = (object: JsonObject, key: string): unknown =>
  isInherited(key) && !Object.hasOwn(object, key) ? undefined : object[key];

/** Whether objects have `key` without having been given it. */
export const isInherited = (key: string): boolean => key in Object.prototype;

/** Sets the object's own value, also where plain assignment would mean something else. */
export function writeOwn(object: JsonObject, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}
