import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { holder, lock, tryLock } from "./fileLock.js";

const folder = mkdtempSync(join(tmpdir(), "yimen-lock-"));
let files = 0;
const aFile = () => join(folder, `lock-${files++}`);
afterAll(() => rmSync(folder, { recursive: true }));

describe("a file lock", () => {
  it("is held by one at a time", () => {
    const file = aFile();
    using _held = tryLock(file);

    expect(tryLock(file)).toBeNull();
    expect(holder(file)).toBe(process.pid);
  });

  it("passes to the one who waits", async () => {
    const file = aFile();
    const held = tryLock(file);
    const waiting = lock(file);
    held?.[Symbol.dispose]();

    using _mine = await waiting;
    expect(holder(file)).toBe(process.pid);
  });

  it("is no longer held by a process that died", () => {
    const file = aFile();
    const { pid } = spawnSync(process.execPath, ["--version"]);
    writeFileSync(file, `${pid}\nnode --version`);

    expect(tryLock(file)).not.toBeNull();
  });

  it("is no longer held when another program got the holder's number", () => {
    const file = aFile();
    writeFileSync(file, `${process.pid}\nsomething else`);

    expect(tryLock(file)).not.toBeNull();
  });
});
