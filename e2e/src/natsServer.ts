import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { freePorts } from "./freePorts.js";

/** Whether this machine has a `nats-server`. */
export function hasNats(): boolean {
  try {
    execFileSync("nats-server", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** A NATS server with JetStream of one test's own, at one address however often it breaks down. */
export async function startNats() {
  const [port, monitoring] = (await freePorts(2)) as [number, number];
  const folder = await mkdtemp(join(tmpdir(), "yimen-nats-"));
  const status = `http://127.0.0.1:${monitoring}/jsz`;
  let server: ChildProcess | undefined;

  async function start() {
    const flags = ["-a", "127.0.0.1", "-p", `${port}`, "-m", `${monitoring}`, "-js", "-sd", folder];
    const started = spawn("nats-server", flags, { stdio: ["ignore", "ignore", "pipe"] });
    server = started;
    await new Promise<void>((resolve, reject) => {
      createInterface(started.stderr).on("line", (line) => line.includes("Server is ready") && resolve());
      started.once("exit", (code) => reject(new Error(`nats-server ended with ${code} before it was ready.`)));
    });
  }
  /** How many entries its streams hold; `null` while it is away. */
  async function published(): Promise<number | null> {
    const answer = await fetch(status).catch(() => null);
    return answer?.ok ? ((await answer.json()) as { messages: number }).messages : null;
  }
  async function kill() {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    server.kill("SIGKILL");
    await once(server, "exit");
  }

  await start();
  return {
    url: `nats://127.0.0.1:${port}`,
    start,
    published,
    kill,
    async [Symbol.asyncDispose]() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
