import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { judgeSize } from "./judgeSize.js";
import { defaultLimits, type Limits } from "./limits.js";

const codes = (source: string, limits: Partial<Limits> = {}) =>
  judgeSize(parse(source), { ...defaultLimits, ...limits }).map((error) => error.extensions.code);

describe("a document's size", () => {
  it.each([
    ["depth", "{ a { b { c } } }", { depth: 2 }, "DEPTH_LIMIT_EXCEEDED"],
    ["depth through fragments", "{ a { ...F } } fragment F on A { b { c } }", { depth: 2 }, "DEPTH_LIMIT_EXCEEDED"],
    ["aliases", "{ a: x b: x c: x }", { aliases: 2 }, "ALIAS_LIMIT_EXCEEDED"],
    [
      "aliases through fragments",
      "{ ...F ...F } fragment F on Q { a: x b: x }",
      { aliases: 3 },
      "ALIAS_LIMIT_EXCEEDED",
    ],
    ["root fields", "{ a b ... { c } }", { rootFields: 2 }, "ROOT_FIELD_LIMIT_EXCEEDED"],
    ["directives", "{ a @x @x @x }", { directives: 2 }, "DIRECTIVE_LIMIT_EXCEEDED"],
    ["fields", "{ a { b c } }", { fields: 2 }, "FIELD_LIMIT_EXCEEDED"],
    ["fields of one name", "{ a { b(x: 1) ... { b: c ... { b } } } }", { repetition: 2 }, "REPETITION_LIMIT_EXCEEDED"],
    ["spreads", "{ ...F ...F ...F } fragment F on Q { a }", { repetition: 2 }, "REPETITION_LIMIT_EXCEEDED"],
    [
      "fragments",
      "{ ...F ...G } fragment F on Q { a } fragment G on Q { a }",
      { fragments: 1 },
      "FRAGMENT_LIMIT_EXCEEDED",
    ],
  ])("is limited in %s", (_, source, limits, code) => {
    expect(codes(source, limits)).toEqual([code]);
  });

  it("keeps within limits that it just reaches", () => {
    expect(codes("{ a { b { c } } }", { depth: 3, fields: 3, rootFields: 1 })).toEqual([]);
  });

  it("is measured in no time for a nest of fragments that stands for 2^40 fields", () => {
    const nest = Array.from(
      { length: 40 },
      (_, level) => `fragment F${level} on Q { ...F${level + 1} ...F${level + 1} }`,
    );
    const source = `{ ...F0 } ${nest.join(" ")} fragment F40 on Q { a }`;

    const started = performance.now();

    expect(codes(source)).toEqual(["ROOT_FIELD_LIMIT_EXCEEDED", "FIELD_LIMIT_EXCEEDED"]);
    expect(performance.now() - started).toBeLessThan(100);
  });
});
