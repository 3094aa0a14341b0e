import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { remembered } from "./remembered.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("what was asked for serves for a while, for all who ask at once, and longer while asking fails", async () => {
  const ask = vi.fn(async (key: string) => `${key} ${ask.mock.calls.length}`);
  const find = remembered(ask, { forMs: 1_000 });

  expect(await Promise.all([find("a"), find("a"), find("b")])).toEqual(["a 1", "a 1", "b 2"]);
  vi.advanceTimersByTime(999);
  expect(await find("a")).toBe("a 1");

  vi.advanceTimersByTime(2);
  ask.mockRejectedValueOnce(new Error("down"));
  expect(await find("a")).toBe("a 1");
  expect(await find("a")).toBe("a 4");

  ask.mockRejectedValueOnce(new Error("down"));
  await expect(find("c")).rejects.toThrow("down");
  expect(await find("c")).toBe("c 6");
});
