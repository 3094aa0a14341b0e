import { describe, expect, it } from "vitest";
import { createLagMeter } from "./lagMeter.js";

describe("the lag", () => {
  it("is unknown before the first event", () => {
    expect(createLagMeter().read()).toBeNull();
  });

  it("is the last, the median and the 95th percentile", () => {
    const meter = createLagMeter();
    for (let lag = 100; lag >= 1; lag -= 1) meter.painted(lag);

    expect(meter.read()).toEqual({ last: 1, median: 50, p95: 95, events: 100 });
  });

  it("forgets what is long ago", () => {
    const meter = createLagMeter();
    for (let event = 0; event < 1_000; event += 1) meter.painted(event < 700 ? 5_000 : 20);

    expect(meter.read()).toEqual({ last: 20, median: 20, p95: 20, events: 1_000 });
  });
});
