import { describe, expect, it } from "vitest";
import { backOff } from "./backOff.js";

describe("waiting before the next attempt", () => {
  it.each([
    [0, 250, 500],
    [1, 500, 1_000],
    [4, 4_000, 8_000],
    [100, 7_500, 15_000],
  ])("after %i failures takes between %i and %i ms", (attempt, least, most) => {
    expect(backOff(attempt, () => 0)).toBe(least);
    expect(backOff(attempt, () => 1)).toBe(most);
  });
});
