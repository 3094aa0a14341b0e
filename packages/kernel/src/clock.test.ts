import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { clockAt, fileClock } from "./clock.js";

const folder = mkdtempSync(join(tmpdir(), "yimen-clock-"));
const path = join(folder, "clock.json");
afterAll(() => rmSync(folder, { recursive: true }));

const set = (virtual: string) =>
  writeFileSync(path, JSON.stringify({ real: Date.now(), virtual: Date.parse(virtual), speed: 0 }));
afterEach(() => void vi.useRealTimers());

describe("a clock that is set", () => {
  it("runs as fast as it is told from where it was set", () => {
    expect(clockAt({ real: 1_000, virtual: 50_000, speed: 60 }, 3_000)).toEqual(new Date(170_000));
  });

  it("is the real clock without a file", () => {
    using clock = fileClock(undefined);

    expect(Math.abs(clock().getTime() - Date.now())).toBeLessThan(1_000);
  });

  it("follows its file, and keeps its time while the file is half written", () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    set("2026-03-02T01:00:00.000Z");
    using clock = fileClock(path);
    expect(clock().toISOString()).toBe("2026-03-02T01:00:00.000Z");

    writeFileSync(path, '{"real": 1');
    vi.advanceTimersToNextTimer();
    expect(clock().toISOString()).toBe("2026-03-02T01:00:00.000Z");

    set("2026-03-03T01:00:00.000Z");
    vi.advanceTimersToNextTimer();
    expect(clock().toISOString()).toBe("2026-03-03T01:00:00.000Z");
  });

  it("becomes the real clock when its file is taken away", () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    set("2026-03-02T01:00:00.000Z");
    using clock = fileClock(path);

    rmSync(path);
    vi.advanceTimersToNextTimer();

    expect(Math.abs(clock().getTime() - Date.now())).toBeLessThan(1_000);
  });
});
