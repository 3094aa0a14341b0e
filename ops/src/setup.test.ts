import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const lockModule = join(import.meta.dirname, "../setup/lock.mjs");

/** Notes when its turn begins and ends, which it does when its input ends; only `exclusively` keeps two of them apart. */
const TURN = (file: string) => `
import { appendFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { exclusively } from ${JSON.stringify(lockModule)};
await exclusively(async () => {
  appendFileSync(${JSON.stringify(file)}, "begin ");
  await text(process.stdin);
  appendFileSync(${JSON.stringify(file)}, "end ");
});
`;

describe("two commands in one clone", () => {
  it("take turns to install and build, and who waits says so", async () => {
    const folder = mkdtempSync(join(tmpdir(), "yimen-turns-"));
    const program = ["--input-type=module", "-e", TURN(join(folder, "turns"))];
    const commands = Array.from({ length: 3 }, () => spawn(process.execPath, program, { stdio: "pipe" }));
    const ends = commands.map((command) => once(command, "exit"));
    let said = "";
    for (const { stderr } of commands) {
      stderr.on("data", (data) => {
        said += data;
      });
    }

    await expect.poll(() => said.match(/waiting/g)?.length, { timeout: 20_000 }).toBe(2);
    for (const { stdin } of commands) stdin.end();
    await Promise.all(ends);

    expect(readFileSync(join(folder, "turns"), "utf8")).toBe("begin end begin end begin end ");
    rmSync(folder, { recursive: true });
  });
});
