import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MatterForm, mergeForms } from "./form.js";

const forms: fc.Arbitrary<MatterForm[]> = fc.array(
  fc.record({
    matterId: fc.uuid(),
    fields: fc.uniqueArray(
      fc.record({
        key: fc.constantFrom("address", "area", "purpose"),
        name: fc.constant("示例"),
        required: fc.boolean(),
      }),
      { selector: ({ key }) => key },
    ),
  }),
  { maxLength: 5 },
);

describe("the form of a bundle (R069)", () => {
  it("asks every field of its matters once, and needs it as soon as one of them does", () => {
    fc.assert(
      fc.property(forms, (matters) => {
        const asked = matters.flatMap(({ fields }) => fields);
        const merged = mergeForms(matters);

        expect(merged.map(({ key }) => key).sort()).toEqual([...new Set(asked.map(({ key }) => key))].sort());
        expect(merged.flatMap(({ matterIds }) => matterIds)).toHaveLength(asked.length);
        for (const { key, required } of merged) {
          expect(required).toBe(asked.some((field) => field.key === key && field.required));
        }
      }),
    );
  });
});
