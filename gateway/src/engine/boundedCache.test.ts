import { describe, expect, it } from "vitest";
import { BoundedCache } from "./boundedCache.js";

describe("a cache bounded by bytes", () => {
  it("lets go of what was used least recently", () => {
    const cache = new BoundedCache<string, number>(30);
    for (const [key, value] of [
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ] as const)
      cache.set(key, value, 10);
    cache.get("a");

    cache.set("d", 4, 10);

    expect(cache.newestFirst()).toEqual([
      ["d", 4],
      ["a", 1],
      ["c", 3],
    ]);
    expect(cache.bytes).toBe(30);
  });

  it("counts what is replaced once, and what has grown in full", () => {
    const cache = new BoundedCache<string, number>(30);
    cache.set("a", 1, 10);
    cache.set("a", 2, 15);
    cache.set("b", 3, 10);

    cache.grow("b", 10);
    cache.grow("nothing", 99);

    expect(cache.newestFirst()).toEqual([["b", 3]]);
    expect(cache.bytes).toBe(20);
  });

  it("does not keep what is larger than all it may hold", () => {
    const cache = new BoundedCache<string, number>(30);
    cache.set("a", 1, 31);

    expect(cache.get("a")).toBeUndefined();
  });
});
