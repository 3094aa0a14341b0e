import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/** Whether this number belongs to a process, ours or not, be it only the remains of one. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (refusal) {
    return (refusal as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether a process with this number runs. One that has ended and that nobody asked about (a zombie) does not. */
export const isAlive = (pid: number): boolean => isTaken(pid) && !isZombie(pid);

/** The command a process was started with, "" when it cannot be told: process numbers are used again, commands tell. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return fromPs(pid); // no /proc (macOS), or gone
  }
}

/** @returns false when the process is still there after `timeout` milliseconds */
export async function untilGone(pid: number, timeout: number): Promise<boolean> {
  for (const deadline = Date.now() + timeout; isAlive(pid); ) {
    if (Date.now() > deadline) return false;
    await delay(25);
  }
  return true;
}

function isZombie(pid: number): boolean {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    return status.slice(status.lastIndexOf(")") + 2).startsWith("Z");
  } catch {
    return false; // no /proc
  }
}

function fromPs(pid: number): string {
  try {
    return execFileSync("ps", ["-o", "args=", "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return "";
  }
}
