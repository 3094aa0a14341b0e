import { describe, expect, it } from "vitest";
import { purposeOf } from "./purpose.js";

describe("a purpose", () => {
  it.each([
    ["核对身份", "核对身份"],
    [encodeURIComponent("核对身份"), "核对身份"],
    [" to check 100% ", "to check 100%"],
    ["", undefined],
    ["   ", undefined],
    ["x".repeat(201), undefined],
    ["two\nlines", undefined],
    ["%00", undefined],
    [undefined, undefined],
    [["a", "b"], undefined],
  ])("given as %j is %j", (given, purpose) => {
    expect(purposeOf(given)).toBe(purpose);
  });
});
