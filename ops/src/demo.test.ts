import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fakeClone } from "./testing/fakeClone.js";

const demo = (root: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, "../dist/demo.js"), ...args], {
    env: { ...process.env, YIMEN_ROOT: root },
    encoding: "utf8",
  });

describe("npm run demo", () => {
  it("says in one sentence that nothing runs", async () => {
    await using clone = await fakeClone();

    const { status, stderr, stdout } = demo(clone.root);

    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr.trim().split("\n")).toEqual([
      expect.stringContaining("npm start"),
      expect.stringContaining("npm start"),
    ]);
  });

  it.each([[["--speed", "0"]], [["--from", "2026-02-30"]], [["--faster"]]])(
    "explains itself when asked for %j",
    async (args) => {
      await using clone = await fakeClone();

      const { status, stderr } = demo(clone.root, ...args);

      expect(status).toBe(1);
      expect(stderr).toContain("npm run demo -- [--speed 60]");
    },
  );
});
