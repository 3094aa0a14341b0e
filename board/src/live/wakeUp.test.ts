import { describe, expect, it, vi } from "vitest";
import { createWakeUp } from "./wakeUp.js";

describe("a wait", () => {
  it("ends after its time", async () => {
    vi.useFakeTimers();
    const wait = createWakeUp().after(5_000);

    await vi.advanceTimersByTimeAsync(5_000);

    await expect(wait).resolves.toBeUndefined();
    vi.useRealTimers();
  });

  it("ends at once when woken", async () => {
    const wakeUp = createWakeUp();
    const waits = [wakeUp.after(60_000), wakeUp.after(60_000)];

    wakeUp.wake();

    await expect(Promise.all(waits)).resolves.toHaveLength(2);
  });

  it("ends at once when nobody waits any more", async () => {
    const stop = new AbortController();
    const wait = createWakeUp().after(60_000, stop.signal);

    stop.abort();

    await expect(wait).resolves.toBeUndefined();
  });
});
