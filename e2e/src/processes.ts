import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A service of the system as a process of its own. */
export interface Service {
  readonly name: string;
  readonly process: ChildProcess;
  /** What it printed, for a failing test to show. */
  output(): string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Asks it to end and waits. */
  stop(): Promise<void>;
}

/** Runs a built workspace to its end. @returns what it printed @throws with that when it fails */
export async function run(
  workspace: string,
  script: string,
  env: NodeJS.ProcessEnv,
  args: string[] = [],
): Promise<string> {
  const service = start(workspace, script, env, args);
  const [code] = await once(service.process, "close");
  if (code !== 0) throw new Error(`${workspace}/${script} ended with ${code}:\n${service.output()}`);
  return service.output();
}

export function start(workspace: string, script: string, env: NodeJS.ProcessEnv, args: string[] = []): Service {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: `${ROOT}${workspace}`,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (data) => {
      output += data;
    });
  }
  const exited = once(child, "exit");
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  return {
    name: workspace,
    process: child,
    output: () => output,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}

/** Waits until a service answers that it is ready. @throws with its output when it ends before that, or after 100 s */
export async function ready(service: Service, health: string): Promise<void> {
  const deadline = Date.now() + 100_000;
  while (Date.now() < deadline && service.process.exitCode === null) {
    const response = await fetch(health).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50)); // a process that starts tells nobody when it listens
  }
  throw new Error(`${service.name} did not become ready:\n${service.output()}`);
}
