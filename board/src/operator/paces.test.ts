import { describe, expect, it } from "vitest";
import { aReport, aStream } from "./fixtures.js";
import { pacesBetween } from "./paces.js";

describe("paces between two reports", () => {
  it("are events and deliveries a second, and cores taken", () => {
    const before = aReport({
      at: "2026-03-02T01:00:00.000Z",
      streams: [aStream({ id: 1, events: 10 })],
      cpuSeconds: 5,
    });
    const streams = [aStream({ id: 1, events: 30, subscribers: 100 }), aStream({ id: 2, events: 7 })];
    const after = aReport({ at: "2026-03-02T01:00:04.000Z", streams, cpuSeconds: 6 });

    expect(pacesBetween(before, after)).toEqual({
      events: new Map([
        [1, 5],
        [2, 0],
      ]),
      deliveries: 500,
      cores: 0.25,
    });
  });

  it.each([
    ["the first", null, aReport({})],
    ["one of a gateway that was started anew", aReport({ upSeconds: 100 }), aReport({ upSeconds: 2 })],
    ["the same one again", aReport({}), aReport({})],
  ])("are unknown for %s", (_, before, after) => {
    expect(pacesBetween(before, after)).toBeNull();
  });
});
