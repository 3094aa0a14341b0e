import { describe, expect, it } from "vitest";
import { abortable } from "./abortable.js";

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));

describe("an abortable stream", () => {
  it("gives what is generated", async () => {
    const stream = abortable(async function* () {
      yield 1;
      yield 2;
    });

    const given: number[] = [];
    for await (const one of stream) given.push(one);
    expect(given).toEqual([1, 2]);
  });

  it.each(["return", "throw"] as const)("ends at once on %s() while it waits", async (end) => {
    let cleaned = false;
    const stream = abortable<number>(async function* (signal) {
      try {
        yield 1;
        await untilAborted(signal);
      } finally {
        cleaned = true;
      }
    });
    await stream.next();
    const waiting = stream.next();

    await stream[end]?.(new Error("over")).catch(() => undefined);

    expect(await waiting).toEqual({ value: undefined, done: true });
    expect(cleaned).toBe(true);
  });

  it("ends the loop that reads it", async () => {
    let aborted = false;
    for await (const _ of abortable(async function* (signal) {
      signal.addEventListener("abort", () => {
        aborted = true;
      });
      yield 1;
      yield 2;
    }))
      break;

    expect(aborted).toBe(true);
  });
});
