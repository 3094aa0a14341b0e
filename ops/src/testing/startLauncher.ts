import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { FakeClone } from "./fakeClone.js";

/** The launcher as a process of its own, and what it says. */
export interface Launcher extends AsyncDisposable {
  readonly process: ChildProcess;
  readonly exitCode: Promise<number | null>;
  /** Everything it has said so far. */
  readonly output: () => string;
  /** Waits until it says something that matches. */
  says(pattern: RegExp): Promise<string>;
}

const PROGRAM = fileURLToPath(new URL("../../dist/launch.js", import.meta.url));
const READY = /演示一天/; // in the last line of the banner

export interface LauncherOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Account to run as. */
  readonly uid?: number;
}

export function startLauncher(clone: FakeClone, { env, uid }: LauncherOptions = {}): Launcher {
  const child = spawn(process.execPath, [PROGRAM], {
    env: { ...process.env, DATABASE_URL: "", ...env, YIMEN_ROOT: clone.root },
    stdio: ["ignore", "pipe", "pipe"],
    cwd: clone.root,
    uid,
  });
  const lines: string[] = [];
  const heard = new EventEmitter();
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on("line", (line) => {
      lines.push(line);
      heard.emit("line");
    });
  }
  const output = () => lines.join("\n");
  const exitCode = new Promise<number | null>((resolve) => child.once("close", resolve));
  void exitCode.then(() => heard.emit("line"));
  return {
    process: child,
    exitCode,
    output,
    says: async (pattern) => {
      for (;;) {
        const found = lines.find((line) => pattern.test(line));
        if (found !== undefined) return found;
        if (child.exitCode !== null) throw new Error(`It ended without saying ${pattern}:\n${output()}`);
        await once(heard, "line");
      }
    },
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null) child.kill("SIGTERM");
      await exitCode;
    },
  };
}

/** Starts it and waits for the banner. */
export async function startReady(clone: FakeClone, options?: LauncherOptions): Promise<Launcher> {
  const launcher = startLauncher(clone, options);
  await launcher.says(READY);
  return launcher;
}
