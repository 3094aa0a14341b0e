import { describe, expect, it } from "vitest";
import { type Outlet, ranked } from "./ranked.js";

const outlet = (id: string, region: string, openNow: boolean, opensNext: string | null = null): Outlet => ({
  id,
  name: id,
  nameEn: id,
  address: "",
  phone: "",
  openNow,
  opensNext,
  hours: { text: "", textEn: "" },
  region: { id: region },
  coordinates: null,
});
const order = (outlets: readonly Outlet[], region: string | null) => ranked(outlets, region).map(({ id }) => id);

const all = [
  outlet("far-open", "b", true),
  outlet("late", "a", false, "2026-03-03T02:00:00Z"),
  outlet("soon", "a", false, "2026-03-03T00:00:00Z"),
  outlet("open", "a", true),
];

describe("outlets", () => {
  it("stand with those of the region first, then the open ones, then those that open soonest", () => {
    expect(order(all, "a")).toEqual(["open", "soon", "late", "far-open"]);
  });

  it("stand with the open ones first where no region is given", () => {
    expect(order(all, null)).toEqual(["far-open", "open", "soon", "late"]);
  });
});
