import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { AllowedTextRule, requireAllowedText, TextNotAllowed } from "./inputText.js";

describe("text that a client sends", () => {
  it("is looked at however deep it stands", () => {
    expect(() => requireAllowedText({ a: [{ b: "好", c: 1 }, null], d: "😀" })).not.toThrow();
    expect(() => requireAllowedText({ a: [{ b: "a\0" }] })).toThrow(TextNotAllowed);
    expect(() => requireAllowedText(JSON.parse(`${"[".repeat(50_000)}"\\ud800"${"]".repeat(50_000)}`))).toThrow(
      TextNotAllowed,
    );
  });

  it.each(["\0", "\ud800", "\udc00 ", "x".repeat(20_001)])("is refused when it cannot be stored", (text) => {
    expect(() => requireAllowedText(text)).toThrow(TextNotAllowed);
  });

  it("is looked at in the document too", () => {
    const schema = buildSchema("type Query { find(text: String): String }");
    const errorsOf = (text: string) => validate(schema, parse(`{ find(text: "${text}") }`), [AllowedTextRule]);

    expect(errorsOf("a")).toEqual([]);
    expect(errorsOf("a\\u0000")[0]?.originalError).toBeInstanceOf(TextNotAllowed);
  });
});
