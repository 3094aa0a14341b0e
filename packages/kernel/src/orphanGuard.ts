import { spawn } from "node:child_process";

/** Sees to it that child processes do not outlive us, even when we are killed without a chance to stop them. */
export interface OrphanGuard {
  watch(pid: number): void;
  release(pid: number): void;
}

/** A shell at the other end of a pipe: the pipe closes when we die, however we die, and the shell then ends the rest. */
const SCRIPT = `
pids=
while read -r act pid; do
  rest=
  for known in $pids; do [ "$known" = "$pid" ] || rest="$rest $known"; done
  pids=$rest
  [ "$act" = watch ] && pids="$pids $pid"
done
for pid in $pids; do kill -INT "$pid"; done
[ -z "$pids" ] || sleep 10
for pid in $pids; do kill -KILL "$pid"; done
`;

export function createOrphanGuard(): OrphanGuard {
  const shell = spawn("/bin/sh", ["-c", SCRIPT], { detached: true, cwd: "/", stdio: ["pipe", "ignore", "ignore"] });
  shell.unref();
  shell.on("error", () => undefined); // no shell, no guard: the next start cleans up
  shell.stdin.on("error", () => undefined);
  const tell = (act: string, pid: number) => void shell.stdin.write(`${act} ${pid}\n`);
  return { watch: (pid) => tell("watch", pid), release: (pid) => tell("release", pid) };
}
