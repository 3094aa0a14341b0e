import { buildSchema } from "graphql";
import { describe, expect, it, vi } from "vitest";
import { Documents } from "./documents.js";

const schema = buildSchema("type Query { a: Int b: Int c: Int d: Int }");
const COST = "{ a }".length * 60 + 200; // bytes that a remembered document of this length counts for

const judged = vi.fn(() => []);
const holding = (documents: number) => {
  judged.mockClear();
  return new Documents({ schema, judge: judged, maxTokens: 100, cacheBytes: documents * COST });
};

describe("documents that were met", () => {
  it("are judged once, the wrong ones too", () => {
    const documents = holding(3);

    expect(documents.prepare("{ a }")).toBe(documents.prepare("{ a }"));
    expect(documents.prepare("{ wrong }").errors?.[0]?.message).toContain("wrong");
    expect(documents.prepare("{ wrong }").errors).toHaveLength(1);
    expect(judged).toHaveBeenCalledTimes(2);
  });

  it("are forgotten when they take more than their share, those used least recently first", () => {
    const documents = holding(3);
    for (const source of ["{ a }", "{ b }", "{ c }", "{ a }", "{ d }"]) documents.prepare(source);

    expect(documents.hot(9)).toEqual(["{ d }", "{ a }", "{ c }"]);
    expect(documents.hot(1)).toEqual(["{ d }"]);
  });

  it("count with all that hangs on them, and stay what they are", () => {
    const documents = holding(3);
    const first = documents.prepare("{ a }");
    documents.prepare("{ b }");

    documents.grow({ ...first }, COST + 1); // what others made of it hangs on it as well

    expect(documents.prepare("{ a }")).toBe(first);
    documents.prepare("{ c }");
    expect(documents.hot(9)).toEqual(["{ c }"]);
  });
});
