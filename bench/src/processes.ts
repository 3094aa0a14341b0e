import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

/** Starts a command on one core; what it prints is kept for when it fails. */
export function startOn(core: number, command: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn("taskset", ["-c", `${core}`, ...command], {
    env: { ...process.env, NODE_ENV: "production", APOLLO_TELEMETRY_DISABLED: "1", LOG_LEVEL: "error", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (data) => {
      output += data;
    });
  }
  return { child, output: () => output };
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  const late = setTimeout(5_000, undefined, { ref: false }).then(() => child.kill("SIGKILL"));
  await Promise.race([once(child, "exit"), late]);
}

/** Waits until a GraphQL endpoint answers. */
export async function answering(url: string, output: () => string): Promise<void> {
  for (let attempt = 0; attempt < 3_000; attempt += 1) {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"query":"{__typename}"}',
    }).catch(() => null);
    if (response?.ok) return;
    await setTimeout(10);
  }
  throw new Error(`Nothing answers at ${url}:\n${output()}`);
}

/** Resident memory of a process and all it started, in MB. */
export function memory(pid: number): number {
  const own = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
  return Number(own) / 1024 + childrenOf(pid).reduce((sum, child) => sum + memory(child), 0);
}

/** Processor seconds that a process and all it started have taken, kernel time and threads included. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  const own = (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  return own + childrenOf(pid).reduce((sum, child) => sum + cpuSeconds(child), 0);
}

const TICKS_PER_SECOND = 100; // of Linux, whatever its kernel's own

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
