import { describe, expect, it } from "vitest";
import { isExtended } from "./extendedService.js";

describe("a window after closing time (R100)", () => {
  const closing = new Date("2026-03-02T09:00:00Z");
  const at = new Date("2026-03-02T09:30:00Z");
  const visit = (startedAt: string, endedAt: Date | null = null) => ({ startedAt: new Date(startedAt), endedAt });

  it("is open for a visit that has not ended, and closed once the last has", () => {
    expect(isExtended("CLOSED", [visit("2026-03-02T08:50:00Z")], at)).toBe(true);
    expect(isExtended("CLOSED", [visit("2026-03-02T08:50:00Z", closing)], at)).toBe(false);
    expect(isExtended("CLOSED", [], at)).toBe(false);
  });

  it("is not extended while it is open anyway, and not for a visit that has yet to begin", () => {
    expect(isExtended("OPEN", [visit("2026-03-02T08:50:00Z")], at)).toBe(false);
    expect(isExtended("CLOSED", [visit("2026-03-02T09:31:00Z")], at)).toBe(false);
  });
});
