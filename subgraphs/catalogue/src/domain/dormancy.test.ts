import type { PlainDate } from "@yimen/workdays/plainDate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDormant } from "./dormancy.js";
import { isApplicationBased, type MatterType, matterTypeDigits } from "./matterType.js";

const day = (text: string) => text as PlainDate;
const aMatter = (given: Partial<Parameters<typeof isDormant>[0]> = {}) => ({
  type: "LICENCE" as MatterType,
  state: "IN_USE" as const,
  publishedOn: day("2019-01-01"),
  lastApplicationOn: day("2023-03-02"),
  reactivatedOn: null,
  ...given,
});

describe("a matter nobody applies for", () => {
  it("is in use up to the day before the third anniversary and dormant on it (R043)", () => {
    expect(isDormant(aMatter(), day("2026-03-01"))).toBe(false);
    expect(isDormant(aMatter(), day("2026-03-02"))).toBe(true);
  });

  it("counts from 28 February when the anniversary of 29 February does not exist (R043)", () => {
    expect(isDormant(aMatter({ lastApplicationOn: day("2021-02-28") }), day("2024-02-29"))).toBe(true);
    expect(isDormant(aMatter({ lastApplicationOn: day("2024-02-29") }), day("2027-02-28"))).toBe(false);
    expect(isDormant(aMatter({ lastApplicationOn: day("2024-02-29") }), day("2027-03-01"))).toBe(true);
  });

  it("is left alone for three years after it was published or reactivated (R043, R044)", () => {
    expect(isDormant(aMatter({ publishedOn: day("2024-01-01"), lastApplicationOn: null }), day("2026-03-02"))).toBe(
      false,
    );
    expect(isDormant(aMatter({ reactivatedOn: day("2025-01-01") }), day("2026-03-02"))).toBe(false);
  });

  it.each(Object.keys(matterTypeDigits) as MatterType[])(
    "of type %s is swept only if application-based (R043)",
    (type) => {
      expect(isDormant(aMatter({ type }), day("2026-03-02"))).toBe(isApplicationBased(type));
    },
  );

  it("stays dormant the longer one waits, and is not suspended twice (I-C4)", () => {
    const someDay = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(someDay, someDay, (one, other) => {
        const [earlier, later] = [one, other].map((date) => date.toISOString().slice(0, 10)).sort() as [
          PlainDate,
          PlainDate,
        ];
        if (isDormant(aMatter(), earlier)) expect(isDormant(aMatter(), later)).toBe(true);
        expect(isDormant(aMatter({ state: "SUSPENDED" }), later)).toBe(false);
      }),
    );
  });
});
