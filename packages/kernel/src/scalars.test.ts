import { type GraphQLScalarType, parseValue } from "graphql";
import { describe, expect, it } from "vitest";
import { InstantScalar, PlainDateScalar } from "./scalars.js";

const bothWays = (scalar: GraphQLScalarType, value: string) => [
  scalar.parseValue(value),
  scalar.parseLiteral(parseValue(JSON.stringify(value))),
];

describe("PlainDate", () => {
  it("is a day that exists", () => {
    expect(bothWays(PlainDateScalar, "2024-02-29")).toEqual(["2024-02-29", "2024-02-29"]);
  });

  it.each(["2026-02-29", "2026-13-01", "0000-01-01", "2026-3-2", "2026-03-02T00:00:00Z", "", "today"])(
    "is not %j",
    (value) => {
      expect(() => PlainDateScalar.parseValue(value)).toThrow("PlainDate must be");
      expect(() => PlainDateScalar.parseLiteral(parseValue(JSON.stringify(value)))).toThrow("PlainDate must be");
    },
  );

  it("is not a number", () => {
    expect(() => PlainDateScalar.parseValue(20260302)).toThrow();
    expect(() => PlainDateScalar.parseLiteral(parseValue("20260302"))).toThrow();
  });
});

describe("Instant", () => {
  it("is read with any offset and given out in UTC with milliseconds", () => {
    const at = new Date("2026-03-02T01:30:00.000Z");

    expect(bothWays(InstantScalar, "2026-03-02T09:30:00+08:00")).toEqual([at, at]);
    expect(InstantScalar.serialize(at)).toBe("2026-03-02T01:30:00.000Z");
    expect(InstantScalar.serialize("2026-03-02T09:30:00+08:00")).toBe("2026-03-02T01:30:00.000Z");
  });

  it.each([
    "2026-03-02",
    "2026-03-02T09:30:00",
    "2026-02-30T00:00:00Z",
    "2026-03-02T25:00:00Z",
    "0000-12-31T00:00:00Z",
    "0001-01-01T00:00:00+08:00",
    "",
  ])("is not %j", (value) => {
    expect(() => InstantScalar.parseValue(value)).toThrow("Instant must be");
  });
});
