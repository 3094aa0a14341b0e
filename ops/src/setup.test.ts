import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const run = promisify(execFile);
const lockModule = join(import.meta.dirname, "../setup/lock.mjs");

/** Notes when its turn begins and ends; only `exclusively` keeps two of them apart. */
const TURN = (file: string) => `
import { appendFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { exclusively } from ${JSON.stringify(lockModule)};
await exclusively(async () => {
  appendFileSync(${JSON.stringify(file)}, "begin ");
  await setTimeout(300);
  appendFileSync(${JSON.stringify(file)}, "end ");
});
`;

describe("two commands in one clone", () => {
  it("take turns to install and build", async () => {
    const folder = mkdtempSync(join(tmpdir(), "yimen-turns-"));
    const turn = () => run(process.execPath, ["--input-type=module", "-e", TURN(join(folder, "turns"))]);

    await Promise.all([turn(), turn(), turn()]);

    expect(readFileSync(join(folder, "turns"), "utf8")).toBe("begin end begin end begin end ");
    rmSync(folder, { recursive: true });
  });
});
