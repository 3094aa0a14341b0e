import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { commandLine, isAlive, untilGone } from "./process.js";

describe("a process, known by its number", () => {
  it("is told from others by its command", () => {
    expect(commandLine(process.pid)).toContain("node");
  });

  it("is gone once it has ended", async () => {
    const child = spawn(process.execPath, ["-e", "process.exit()"]);
    const pid = child.pid ?? 0;
    await once(child, "exit");

    expect(await untilGone(pid, 5_000)).toBe(true);
    expect(commandLine(pid)).toBe("");
  });

  it.runIf(process.platform === "linux")("is not alive as a zombie", async () => {
    const parent = spawn("/bin/sh", ["-c", "true & echo $!; exec sleep 60"]); // the parent never asks how its child ended
    const [line] = (await once(parent.stdout, "data")) as [Buffer];
    const zombie = Number(line);

    expect(await untilGone(zombie, 5_000)).toBe(true);
    expect(isAlive(parent.pid ?? 0)).toBe(true);
    parent.kill("SIGKILL");
  });
});
