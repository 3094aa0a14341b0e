import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCharacter, exampleUscc, isUscc } from "./uscc.js";

describe("a unified social credit code", () => {
  it.each(["113207060142716456", "111101070000678541", "11110112000082827R", "11320902014360824G"])(
    "%s, as published, carries the check character of GB 32100",
    (code) => {
      expect(checkCharacter(code.slice(0, 17))).toBe(code.charAt(17));
      expect(isUscc(code)).toBe(true);
    },
  );

  it.each(["113207060142716457", "11320706014271645", "11320706014271645I", ""])("%s is none", (code) => {
    expect(isUscc(code)).toBe(false);
  });

  it("of an example body is valid, in the unassigned region, and its own", () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.nat(99_999_999), (one, other) => {
        expect(isUscc(exampleUscc(one))).toBe(true);
        expect(exampleUscc(one).slice(2, 8)).toBe("999999");
        expect(exampleUscc(one) === exampleUscc(other)).toBe(one === other);
      }),
    );
  });
});
