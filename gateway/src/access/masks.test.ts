import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { masks } from "./masks.js";

describe("a mask", () => {
  it.each([
    ["NAME", "张三", "张*"],
    ["NAME", "欧阳小红", "欧*"],
    ["NAME", "Zhang San", "Z*"],
    ["ID_NUMBER", "230105199001011234", "2301**********1234"],
    ["ID_NUMBER", "12345", "*****"],
    ["PHONE", "04648230001", "0464***0001"],
    ["PHONE", "0464-8230001", "0464***0001"],
    ["PHONE", "13845670001", "138****0001"],
    ["PHONE", "12345", "*****"],
    ["ADDRESS", "黑龙江省七台河市桃山区大同街 1 号", "黑龙江省七台河市桃山区***"],
    ["ADDRESS", "大同街 1 号", "***"],
    ["BANK_ACCOUNT", "6222 0812 3456 7890 123", "***************0123"],
  ] as const)("of %s makes %s into %s", (kind, value, masked) => {
    expect(masks[kind](value)).toBe(masked);
  });

  it("never gives a longer value back whole, whatever it is", () => {
    const kinds = fc.constantFrom(...(Object.keys(masks) as (keyof typeof masks)[]));
    fc.assert(
      fc.property(kinds, fc.string({ minLength: 1, unit: "grapheme" }), (kind, value) => {
        const masked = masks[kind](value);
        expect(masked === value && /[^*]/.test(value)).toBe(false);
      }),
    );
  });
});
