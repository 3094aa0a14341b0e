import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { clockAt, fileClock } from "./clock.js";

const folder = mkdtempSync(join(tmpdir(), "yimen-clock-"));
const path = join(folder, "clock.json");
afterAll(() => rmSync(folder, { recursive: true }));

const set = (virtual: string) =>
  writeFileSync(path, JSON.stringify({ real: Date.now(), virtual: Date.parse(virtual), speed: 0 }));
const shows = (clock: () => Date, instant: string) =>
  vi.waitFor(() => expect(clock().toISOString()).toBe(instant), { timeout: 5_000 });

describe("a clock that is set", () => {
  it("runs as fast as it is told from where it was set", () => {
    expect(clockAt({ real: 1_000, virtual: 50_000, speed: 60 }, 3_000)).toEqual(new Date(170_000));
  });

  it("is the real clock without a file", () => {
    using clock = fileClock(undefined);

    expect(Math.abs(clock().getTime() - Date.now())).toBeLessThan(1_000);
  });

  it("follows its file, and keeps its time while the file is half written", async () => {
    set("2026-03-02T01:00:00.000Z");
    using clock = fileClock(path);
    expect(clock().toISOString()).toBe("2026-03-02T01:00:00.000Z");

    writeFileSync(path, '{"real": 1');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(clock().toISOString()).toBe("2026-03-02T01:00:00.000Z");

    set("2026-03-03T01:00:00.000Z");
    await shows(clock, "2026-03-03T01:00:00.000Z");
  });

  it("becomes the real clock when its file is taken away", async () => {
    set("2026-03-02T01:00:00.000Z");
    using clock = fileClock(path);

    rmSync(path);

    await vi.waitFor(() => expect(Math.abs(clock().getTime() - Date.now())).toBeLessThan(1_000), { timeout: 5_000 });
  });
});
