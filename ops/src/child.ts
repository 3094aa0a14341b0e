import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { lastLines } from "@yimen/kernel/lastLines";
import { environmentOf, type House } from "./environment.js";
import type { Service } from "./services.js";

/** How a process came to its end. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it said last. */
  readonly lines: readonly string[];
}

export interface Child {
  readonly ended: Promise<Ending>;
  /** Asks it to end, and after the grace period does not ask any more. */
  stop(grace: number): Promise<Ending>;
}

/** Starts a built program of a service; what it says goes to its log file. */
export function startChild(service: Service, program: string, house: House): Child {
  const folder = join(house.root, service.folder);
  const heap = [
    `--max-old-space-size=${service.memory}`,
    `--max-semi-space-size=${service.semiSpace ?? 4}`,
    "--no-allocation-site-pretenuring", // docs/engine.md: what a large request teaches V8 is wrong for small ones
  ];
  const args = [...heap, "--enable-source-maps", join(folder, "dist", program)];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: environmentOf(service, house),
    detached: true, // Ctrl-C is for the launcher: it ends the processes in order
    stdio: ["ignore", "pipe", "pipe"],
  });
  mkdirSync(house.state.logs, { recursive: true });
  const log = createWriteStream(join(house.state.logs, `${service.name}.log`), { flags: "a", mode: 0o600 });
  log.on("error", () => undefined); // a full disk must not end us
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const ended = endOf(child, lastLines(child.stdout, child.stderr));
  const { pid = 0 } = child; // none where it could not be started
  if (pid) house.processes.add(pid);
  void ended.then(() => {
    if (pid) house.processes.remove(pid);
    log.end();
  });
  return {
    ended,
    stop: async (grace) => {
      child.kill("SIGTERM");
      const impatience = setTimeout(() => child.kill("SIGKILL"), grace);
      return ended.finally(() => clearTimeout(impatience));
    },
  };
}

const endOf = (child: ChildProcess, said: () => string[]) =>
  new Promise<Ending>((resolve) => {
    child.once("error", (cause) => resolve({ code: null, signal: null, lines: [cause.message] }));
    child.once("close", (code, signal) => resolve({ code, signal, lines: said() }));
  });
