import { describe, expect, it } from "vitest";
import { createOfficeClock } from "./officeClock.js";

const morning = Date.parse("2026-03-02T01:30:00Z");

describe("the office's clock", () => {
  it("is unknown before it was told", () => {
    expect(createOfficeClock().at(0)).toBeNull();
  });

  it("runs on by itself", () => {
    const clock = createOfficeClock();
    clock.told(morning, 0);

    expect(clock.at(1_500)?.getTime()).toBe(morning + 1_500);
  });

  it("runs as fast as a demonstration's", () => {
    const clock = createOfficeClock();
    clock.told(morning, 0);
    clock.told(morning + 120_000, 2_000); // 60 times as fast

    expect(clock.at(3_000)?.getTime()).toBe(morning + 180_000);
  });

  it.each([
    ["a little late", 2_030, 2_000],
    ["set back", -60_000, 2_000],
  ])("keeps its pace when a telling is %s", (_, later, at) => {
    const clock = createOfficeClock();
    clock.told(morning, 0);
    clock.told(morning + later, at);

    expect(clock.at(at + 1_000)?.getTime()).toBe(morning + later + 1_000);
  });
});
