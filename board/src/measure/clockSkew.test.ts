import { describe, expect, it } from "vitest";
import { createClockSkew } from "./clockSkew.js";

/** What a `Date` header tells of a server that is so many ms ahead. */
const header = (now: number, ahead: number) => Math.floor((now + ahead) / 1_000) * 1_000;

function seenOver(ahead: number) {
  const skew = createClockSkew();
  for (let now = 1_000_000; now < 1_060_000; now += 1_370) skew.observe(header(now + 20, ahead), now, now + 40);
  return skew.ahead;
}

describe("the skew between the clocks", () => {
  it.each([0, 30, -30])("is none while %i ms may as well be none", (ahead) => {
    expect(Math.abs(seenOver(ahead))).toBeLessThanOrEqual(30);
  });

  it.each([90_000, 5_000, -5_000])("is found for %i ms", (ahead) => {
    expect(Math.abs(seenOver(ahead) - ahead)).toBeLessThan(150);
  });

  it("follows a clock that was set anew", () => {
    const skew = createClockSkew();
    skew.observe(header(1_000_000, 60_000), 1_000_000, 1_000_010);
    for (let now = 2_000_000; now < 2_030_000; now += 700) skew.observe(header(now, 0), now, now + 10);

    expect(skew.ahead).toBe(0);
  });
});
