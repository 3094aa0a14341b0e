import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Client } from "pg";
import { lock } from "../fileLock.js";
import { repository } from "../repository.js";

/** A connection that keeps the shared server running, and how to address its databases. */
export interface TestServerLease {
  readonly client: Client;
  readonly url: (database: string) => string;
}

/** Where the keeper and those who use its server meet. */
export const testFolder = join(repository, ".yimen", "test");
export const testServerFile = join(testFolder, "server.url");
export const testServerLock = join(testFolder, "server.lock");

/** Joins the running test server or starts it; TEST_DATABASE_URL names one that is there already. */
export async function leaseTestServer(env = process.env): Promise<TestServerLease> {
  if (env.TEST_DATABASE_URL) return lease(env.TEST_DATABASE_URL);
  mkdirSync(testFolder, { recursive: true });
  using _turn = await lock(testServerLock);
  const running = readServerFile();
  if (running) {
    const joined = await lease(running).catch(() => null); // a killed server leaves its file behind
    if (joined) return joined;
  }
  return lease(await startKeeper());
}

async function lease(server: string): Promise<TestServerLease> {
  const client = new Client({ connectionString: server });
  await client.connect();
  client.on("error", () => undefined); // whoever uses the server next learns that it is gone
  const url = (database: string) => Object.assign(new URL(server), { pathname: `/${database}` }).href;
  return { client, url };
}

/** The keeper outlives the process that happened to need a server first. @returns the server's address */
function startKeeper(): Promise<string> {
  const program = createRequire(import.meta.url).resolve("@yimen/kernel/postgres/testServerKeeper");
  const log = openSync(join(testFolder, "keeper.log"), "w", 0o600);
  const keeper = spawn(process.execPath, [program], { detached: true, stdio: ["ignore", log, log, "ipc"] });
  closeSync(log);
  return new Promise((resolve, reject) => {
    keeper.once("message", (url: string) => {
      keeper.disconnect();
      keeper.unref();
      resolve(url);
    });
    keeper.once("error", reject);
    keeper.once("exit", () => reject(new Error(readFileSync(join(testFolder, "keeper.log"), "utf8"))));
  });
}

function readServerFile(): string | null {
  try {
    return readFileSync(testServerFile, "utf8");
  } catch {
    return null;
  }
}
