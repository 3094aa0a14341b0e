import fc from "fast-check";
import { expect, it } from "vitest";
import { quote } from "./quote.js";

it("quotes as JSON does", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => JSON.parse(quote(text)) === text));
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code);
    if (quote(character) !== JSON.stringify(character)) expect(quote(character)).toBe(JSON.stringify(character));
  }
});
