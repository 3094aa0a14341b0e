import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adoption, checkListed, NotInGuideCatalogue } from "./guideCatalogue.js";

const code = fc.integer({ min: 1, max: 30 }).map(String);
const offer = fc.record({
  id: fc.uuid(),
  basicCode: code,
  origin: fc.constantFrom("GUIDE_CATALOGUE" as const, "LOCAL" as const),
});

describe("adopting a guide catalogue", () => {
  it("leaves every entry either adopted or missing (R026)", () => {
    fc.assert(
      fc.property(fc.uniqueArray(code), fc.array(offer), (catalogue, offered) => {
        const { adopted, missing } = adoption(catalogue, offered);
        expect([...adopted, ...missing].sort()).toEqual(catalogue.toSorted());
      }),
    );
  });

  it("names exactly the matters that a publication would refuse (R030, I-C10)", () => {
    fc.assert(
      fc.property(fc.uniqueArray(code), fc.array(offer), (catalogue, offered) => {
        const undeclared = new Set(adoption(catalogue, offered).undeclared);
        for (const matter of offered) {
          const check = () => checkListed(matter, new Set(catalogue));
          if (undeclared.has(matter.id)) expect(check).toThrow(NotInGuideCatalogue);
          else expect(check).not.toThrow();
        }
      }),
    );
  });
});
