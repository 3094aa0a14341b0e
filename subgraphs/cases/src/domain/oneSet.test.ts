import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MaterialTypeNotInBundle } from "./bundleRefusals.js";
import { type OneSet, requireInSet, shareOf } from "./oneSet.js";
import { ELicenceNotAccepted } from "./refusals.js";

const type = fc.constantFrom("FORM", "PLAN", "RULES", "MAP");
const lines = fc
  .array(fc.record({ type, eLicence: fc.option(fc.constant("营业执照")) }), { maxLength: 8 })
  .map((given) => given.map((line, index) => ({ ...line, id: `m${index}` })));
const set: fc.Arbitrary<OneSet> = fc.record({
  papers: fc.uniqueArray(type),
  files: fc
    .uniqueArray(type)
    .map((types) => types.map((one) => ({ type: one, reference: `at/${one}`, digest: "ab".repeat(32) }))),
  licences: fc.uniqueArray(type).map((types) => types.map((one) => ({ type: one, licenceNo: `no-${one}` }))),
});
const code = (act: () => void) => {
  try {
    act();
    return "done";
  } catch (error) {
    return (error as Error).constructor.name;
  }
};

describe("one set of materials (R069)", () => {
  it("counts each paper for every line that asks for its type and for no other, a licence only where it can stand (R065)", () => {
    fc.assert(
      fc.property(lines, set, (asked, given) => {
        const share = shareOf(asked, given);
        for (const line of asked) {
          const mine = (ids: readonly string[]) => ids.filter((id) => id === line.id).length;
          expect(mine(share.presentRequirementIds)).toBe(given.papers.includes(line.type) ? 1 : 0);
          expect(share.documents.filter(({ requirementId }) => requirementId === line.id)).toEqual(
            given.files
              .filter((file) => file.type === line.type)
              .map(({ reference, digest }) => ({ requirementId: line.id, reference, digest })),
          );
          const licensed = line.eLicence !== null && given.licences.some((one) => one.type === line.type);
          expect(mine(share.licences.map(({ requirementId }) => requirementId))).toBe(licensed ? 1 : 0);
        }
      }),
      { seed: 69, numRuns: 200 },
    );
  });

  it("takes nothing that no matter asks for, and no licence that stands for nothing (R038, R065)", () => {
    fc.assert(
      fc.property(lines, set, (asked, given) => {
        const types = [...given.papers, ...[...given.files, ...given.licences].map((one) => one.type)];
        const unknown = types.some((one) => !asked.some((line) => line.type === one));
        const idle = given.licences.some((one) => !asked.some((line) => line.type === one.type && line.eLicence));
        const expected = unknown ? MaterialTypeNotInBundle.name : idle ? ELicenceNotAccepted.name : "done";
        expect(code(() => requireInSet(asked, given))).toBe(expected);
      }),
      { seed: 38, numRuns: 200 },
    );
  });
});
