import { describe, expect, it } from "vitest";
import { slotOf } from "./evaluationSlot.js";

describe("every application has its evaluation (R181)", () => {
  it("which waits until the case is finished, and is filled by a named one", () => {
    expect(slotOf(false, [])).toBe("NOT_YET");
    expect(slotOf(true, [])).toBe("OPEN");
    expect(slotOf(true, [{ anonymous: false }])).toBe("EVALUATED");
    expect(slotOf(false, [{ anonymous: false }])).toBe("EVALUATED");
  });

  it("and tells nobody that an anonymous one was given (I-E6)", () => {
    expect(slotOf(true, [{ anonymous: true }])).toBe("OPEN");
  });
});
