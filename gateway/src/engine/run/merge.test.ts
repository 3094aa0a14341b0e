import { describe, expect, it } from "vitest";
import { mergeInto } from "./merge.js";

const merged = (target: object, source: object) => {
  mergeInto(target as Record<string, unknown>, source as Record<string, unknown>, false);
  return target;
};

describe("merging an answer", () => {
  it.each([
    ["adds fields", { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    ["merges objects", { a: { b: 1 } }, { a: { c: 2 } }, { a: { b: 1, c: 2 } }],
    [
      "merges lists element by element",
      { a: [{ b: 1 }, null] },
      { a: [{ c: 1 }, { c: 2 }] },
      { a: [{ b: 1, c: 1 }, { c: 2 }] },
    ],
    ["merges lists of lists", { a: [[{ b: 1 }]] }, { a: [[{ c: 1 }]] }, { a: [[{ b: 1, c: 1 }]] }],
    ["takes a list of another length as it is", { a: [1] }, { a: [2, 3] }, { a: [2, 3] }],
    ["never puts null in place of a value", { a: { b: 1 }, c: 2 }, { a: null, c: null }, { a: { b: 1 }, c: 2 }],
    ["puts null where there is nothing", {}, { a: null }, { a: null }],
    ["puts a value in place of null", { a: null }, { a: { b: 1 } }, { a: { b: 1 } }],
    ["keeps false, zero and the empty text", { a: true }, { a: false, b: 0, c: "" }, { a: false, b: 0, c: "" }],
  ])("%s", (_, target, source, expected) => {
    expect(merged(target, source)).toEqual(expected);
  });

  it("leaves a copied source untouched by later merges", () => {
    const source = { a: { list: [{ b: 1 }] } };
    const target = {};
    mergeInto(target, source, true);
    mergeInto(target, { a: { list: [{ c: 2 }] } }, false);

    expect(target).toEqual({ a: { list: [{ b: 1, c: 2 }] } });
    expect(source).toEqual({ a: { list: [{ b: 1 }] } });
  });

  it("takes __proto__ for a key like any other", () => {
    const target = merged({}, JSON.parse(`{"__proto__":{"admin":true}}`));

    expect((target as { admin?: boolean }).admin).toBeUndefined();
    expect(Object.keys(target)).toEqual(["__proto__"]);
  });
});
