import { isJsonObject, type JsonObject, readOwn, writeOwn } from "../json.js";
import type { ResponsePath } from "../run/problems.js";

/** What the client has of an answer so far. A part is delivered only to objects that are there. */
export class Delivered {
  /** @param data what the first result had */
  constructor(private readonly data: unknown) {}

  /** Whether the client has an object there: not one whose place an error has made null. */
  has(path: ResponsePath): boolean {
    return isJsonObject(this.#at(path));
  }

  add(path: ResponsePath, data: unknown): void {
    const object = this.#at(path);
    if (isJsonObject(object) && isJsonObject(data)) combine(object, data);
  }

  #at(path: ResponsePath): unknown {
    let value = this.data;
    for (const key of path) {
      if (Array.isArray(value)) value = value[Number(key)];
      else value = isJsonObject(value) ? readOwn(value, String(key)) : undefined;
    }
    return value;
  }
}

function combine(target: JsonObject, source: JsonObject): void {
  for (const [key, value] of Object.entries(source)) {
    const present = readOwn(target, key);
    writeOwn(target, key, combined(present, value));
  }
}

function combined(present: unknown, value: unknown): unknown {
  if (isJsonObject(present) && isJsonObject(value)) combine(present, value);
  else if (Array.isArray(present) && Array.isArray(value))
    return present.map((element, index) => combined(element, value[index]));
  else return value ?? present;
  return present;
}
