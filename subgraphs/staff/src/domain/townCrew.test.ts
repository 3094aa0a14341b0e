import { parsePlainDate } from "@yimen/workdays/plainDate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageOn, type CrewMember, gapsOf } from "./townCrew.js";

const member = (given: Partial<CrewMember> = {}): CrewMember => ({
  ...{ staffId: "a", selectedOn: "2026-03-02", bornOn: "1990-01-01", employment: "PERMANENT" },
  ...given,
});
const contract = member({ employment: "CONTRACT" });

describe("a town's crew (R138, I-S8)", () => {
  it("is four people, two of them permanent", () => {
    expect(gapsOf([member(), member(), contract, contract])).toEqual([]);
    expect(gapsOf([member(), contract, contract, contract])).toEqual(["TOO_FEW_PERMANENT"]);
    expect(gapsOf([member(), member(), contract])).toEqual(["NOT_FOUR"]);
  });

  it.each([
    ["1980-03-03", []],
    ["1980-03-02", ["SELECTED_OVER_AGE"]],
    [null, ["AGE_UNKNOWN"]],
  ])("selected on 2026-03-02, born on %s: %j", (bornOn, gaps) => {
    expect(gapsOf([member({ bornOn }), member(), member(), member()])).toEqual(gaps);
  });

  it("counts the age at selection, not the age now", () => {
    expect(ageOn(parsePlainDate("1980-02-29"), parsePlainDate("2026-02-27"))).toBe(45);
    expect(ageOn(parsePlainDate("1980-02-29"), parsePlainDate("2026-02-28"))).toBe(46);
  });

  it("has a gap exactly when a clause of the rule is broken", () => {
    const someone = fc.record({ old: fc.boolean(), permanent: fc.boolean() });
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 6 }), (people) => {
        const crew = people.map(({ old, permanent }) =>
          member({ bornOn: old ? "1970-01-01" : "1990-01-01", employment: permanent ? "PERMANENT" : "CONTRACT" }),
        );
        const kept =
          people.length === 4 && people.every(({ old }) => !old) && people.filter((each) => each.permanent).length >= 2;
        expect(gapsOf(crew).length === 0).toBe(kept);
      }),
    );
  });
});
