import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aMaterial } from "../testing/guides.js";
import { type MatterMaterials, mergeMaterials } from "./bundle.js";

const someMatters: fc.Arbitrary<MatterMaterials[]> = fc
  .array(
    fc.record({
      matterId: fc.uuid(),
      materials: fc.uniqueArray(
        fc.record({
          type: fc.constantFrom("ID_CARD", "HOUSEHOLD_REGISTER", "BIRTH_CERTIFICATE", "APPLICATION_FORM"),
          originals: fc.nat(3),
          copies: fc.nat(3),
          necessity: fc.constantFrom("REQUIRED" as const, "CONDITIONAL" as const, "OPTIONAL" as const),
          deferrable: fc.boolean(),
        }),
        { selector: ({ type }) => type },
      ),
    }),
    { maxLength: 6 },
  )
  .map((matters) =>
    matters.map(({ matterId, materials }) => ({
      matterId,
      materials: materials.map((material) => aMaterial({ code: material.type, ...material })),
    })),
  );

const typesOf = (matters: readonly MatterMaterials[]) =>
  matters.flatMap(({ materials }) => materials.map(({ type }) => type));

describe("the materials of a bundle", () => {
  it("are the union by type of what its matters ask for, none missing, none twice (R069, I-C9)", () => {
    fc.assert(
      fc.property(someMatters, (matters) => {
        const merged = mergeMaterials(matters).map(({ type }) => type);
        expect(new Set(merged)).toEqual(new Set(typesOf(matters)));
        expect(merged).toHaveLength(new Set(merged).size);
        expect(merged.length).toBeLessThanOrEqual(typesOf(matters).length);
      }),
    );
  });

  it("say for every paper which matters need it (R069)", () => {
    fc.assert(
      fc.property(someMatters, (matters) => {
        const provenance = mergeMaterials(matters).flatMap((material) => material.provenance);
        expect(provenance).toHaveLength(typesOf(matters).length);
      }),
    );
  });

  it("are never laxer than one of the matters alone (I-C9)", () => {
    fc.assert(
      fc.property(someMatters, (matters) => {
        const merged = new Map(mergeMaterials(matters).map((material) => [material.type, material]));
        for (const asked of matters.flatMap(({ materials }) => materials)) {
          const one = merged.get(asked.type);
          expect(one?.originals).toBeGreaterThanOrEqual(asked.originals);
          expect(one?.copies).toBeGreaterThanOrEqual(asked.copies);
          if (!asked.deferrable) expect(one?.deferrable).toBe(false);
          if (asked.necessity === "REQUIRED") expect(one?.necessity).toBe("REQUIRED");
        }
      }),
    );
  });
});
