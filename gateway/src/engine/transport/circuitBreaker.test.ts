import { describe, expect, it } from "vitest";
import { CircuitBreaker } from "./circuitBreaker.js";

describe("a circuit breaker", () => {
  const opened = () => {
    const clock = { now: 0 };
    const breaker = new CircuitBreaker({ faults: 2, restMs: 100, longestRestMs: 300 }, () => clock.now);
    for (let at = 0; at < 2; at++) {
      breaker.admits();
      breaker.failed();
    }
    return { breaker, clock };
  };

  it("admits nothing while it rests, then one probe at a time", () => {
    const { breaker, clock } = opened();

    expect(breaker.admits()).toBe(false);
    clock.now = 100;
    expect([breaker.admits(), breaker.admits()]).toEqual([true, false]);
  });

  it("admits all once a probe succeeds", () => {
    const { breaker, clock } = opened();
    clock.now = 100;
    breaker.admits();

    breaker.succeeded();

    expect([breaker.admits(), breaker.admits()]).toEqual([true, true]);
  });

  it("rests twice as long after each failed probe, within bounds", () => {
    const { breaker, clock } = opened();
    for (const rest of [100, 200, 300, 300]) {
      clock.now += rest - 1;
      expect(breaker.admits()).toBe(false);
      clock.now += 1;
      expect(breaker.admits()).toBe(true);
      breaker.failed();
    }
  });

  it("lets another probe go when one was given up by its client", () => {
    const { breaker, clock } = opened();
    clock.now = 100;
    breaker.admits();

    breaker.abandoned();

    expect(breaker.admits()).toBe(true);
  });

  it("forgets faults that are not in a row", () => {
    const breaker = new CircuitBreaker({ faults: 2, restMs: 100, longestRestMs: 300 }, () => 0);
    breaker.failed();
    breaker.succeeded();
    breaker.failed();

    expect(breaker.admits()).toBe(true);
  });
});
