import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createOrphanGuard } from "@yimen/kernel/orphanGuard";
import { commandLine, isAlive, untilGone } from "@yimen/kernel/process";

interface Listed {
  readonly pid: number;
  readonly command: string;
}

/** The processes we started and still answer for, also written down for the next start. */
export interface ProcessList {
  add(pid: number): void;
  remove(pid: number): void;
}

export function keepProcessList(file: string): ProcessList {
  const guard = createOrphanGuard();
  const listed = new Map<number, Listed>();
  const write = () => writeFileSync(file, JSON.stringify([...listed.values()]));
  return {
    add: (pid) => {
      guard.watch(pid);
      listed.set(pid, { pid, command: commandLine(pid) });
      write();
    },
    remove: (pid) => {
      guard.release(pid);
      listed.delete(pid);
      write();
    },
  };
}

/** Ends what an earlier launcher, killed itself, left running; a number that now is another program's is left alone. */
export async function endLeftovers(file: string): Promise<void> {
  const left = readList(file).filter(({ pid, command }) => isAlive(pid) && commandLine(pid) === command);
  for (const { pid } of left) process.kill(pid, "SIGTERM");
  for (const { pid } of left) {
    if (!(await untilGone(pid, 10_000))) process.kill(pid, "SIGKILL");
    await untilGone(pid, 5_000);
  }
  rmSync(file, { force: true });
}

function readList(file: string): Listed[] {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Listed[];
  } catch {
    return []; // stopped in order, or killed while writing: the ports will tell
  }
}
