import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { commandLine, isAlive, isTaken, untilGone } from "../process.js";

/**
 * Ends a server that a killed program left running on this data folder, and removes a pid file whose number now
 * belongs to a stranger. (A pid file of nobody is PostgreSQL's own business.)
 */
export async function evictLeftover(data: string): Promise<void> {
  const pidFile = join(data, "postmaster.pid");
  const pid = readPid(pidFile);
  if (pid === null || !isTaken(pid)) return;
  if (!isAlive(pid) || !commandLine(pid).includes(data)) {
    rmSync(pidFile, { force: true });
    return;
  }
  process.kill(pid, "SIGINT"); // fast shutdown: roll back, checkpoint, leave
  if (await untilGone(pid, 10_000)) return;
  process.kill(pid, "SIGQUIT"); // immediate: the log is replayed at the next start
  await untilGone(pid, 10_000);
}

function readPid(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
    return pid > 1 ? pid : null;
  } catch {
    return null; // stopped in order
  }
}
