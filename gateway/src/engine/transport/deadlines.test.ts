import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Deadlines } from "./deadlines.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("each of several time-outs ends when its own time is over, unless it is taken back", () => {
  const deadlines = new Deadlines(100);
  const ended: string[] = [];
  const add = (name: string) => {
    const expiring = { expire: () => void ended.push(`${name} at ${performance.now() - began}`) };
    return deadlines.add(expiring);
  };
  const began = performance.now();

  add("first");
  const second = add("second");
  vi.advanceTimersByTime(60);
  add("third");
  deadlines.delete(second);
  vi.advanceTimersByTime(200);
  add("fourth");
  vi.advanceTimersByTime(200);

  expect(ended).toEqual(["first at 100", "third at 160", "fourth at 360"]);
});
