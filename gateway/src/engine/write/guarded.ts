import { readOwn } from "../json.js";
import type { SelectionScope } from "./fields.js";
import type { Write } from "./leaf.js";
import type { WriteField, WriteObject } from "./projection.js";
import { quote } from "./quote.js";

/** Writes a field that the caller may not see: null, and an error that says so. */
export const withheldWriter =
  (key: string, nonNull: boolean): WriteField =>
  (_, completion) => {
    const { mark } = completion;
    completion.withheld();
    completion.within(key, mark);
    return nonNull ? undefined : "null";
  };

/** Masks a personal leaf, unless the answer tells it in clear. */
export function personalLeaf(coordinate: string, { view }: SelectionScope, inClear: Write): Write {
  const mask = view?.maskOf(coordinate);
  if (!mask) return inClear;
  return (value, completion) => {
    if (completion.tells(coordinate)) return inClear(value, completion);
    return typeof value === "string" ? quote(mask(value)) : undefined;
  };
}

/** Notes whom the personal fields below an entity are about. */
export function identified(type: string, { view }: SelectionScope, write: WriteObject): WriteObject {
  const keys = view?.identityOf(type);
  if (!keys) return write;
  return (object, completion) => {
    if (!completion.reads) return write(object, completion); // nothing is told in clear
    const above = completion.entity;
    completion.entity = { type, key: keys.map((key) => String(readOwn(object, key) ?? "")).join(" ") };
    const text = write(object, completion);
    completion.entity = above;
    return text;
  };
}
