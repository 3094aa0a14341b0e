import { type ChildProcess, spawn } from "node:child_process";
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

/** Where a keeper and those who use its server meet. */
export type MeetingPlace = ReturnType<typeof meetingPlace>;

export const meetingPlace = (folder: string) => ({
  folder,
  /** The server's home. */
  postgres: join(folder, "postgres"),
  /** The server's address while it runs. */
  address: join(folder, "server.url"),
  /** Held by one who joins or has a server started, and by a keeper that leaves because nobody does. */
  joining: join(folder, "server.lock"),
  /** Held by a keeper while it makes the home and while it takes it away: no other one's home is the same meanwhile. */
  keeping: join(folder, "keeper.lock"),
  log: join(folder, "keeper.log"),
});

/** Joins the running test server or starts it; TEST_DATABASE_URL names one that is there already. */
export async function leaseTestServer(env = process.env): Promise<TestServerLease> {
  if (env.TEST_DATABASE_URL) return lease(env.TEST_DATABASE_URL);
  const place = meetingPlace(join(repository, ".yimen", "test"));
  mkdirSync(place.folder, { recursive: true });
  using _turn = await lock(place.joining);
  return (await joinTestServer(place)) ?? lease(await addressOf(startKeeper(place), place));
}

/** @returns null when no server runs there; a killed one leaves its address behind */
export async function joinTestServer({ address }: MeetingPlace): Promise<TestServerLease | null> {
  const server = readIfThere(address);
  return server ? lease(server).catch(() => null) : null;
}

async function lease(server: string): Promise<TestServerLease> {
  const client = new Client({ connectionString: server });
  await client.connect();
  client.on("error", () => undefined); // whoever uses the server next learns that it is gone
  const url = (database: string) => Object.assign(new URL(server), { pathname: `/${database}` }).href;
  return { client, url };
}

/** The keeper outlives the process that happened to need a server first. */
export function startKeeper({ folder, log }: MeetingPlace): ChildProcess {
  const program = createRequire(import.meta.url).resolve("@yimen/kernel/postgres/testServerKeeper");
  const output = openSync(log, "w", 0o600);
  const keeper = spawn(process.execPath, [program, folder], {
    detached: true,
    stdio: ["ignore", output, output, "ipc"],
  });
  closeSync(output);
  return keeper;
}

/** @returns the server's address, when it is there @throws with what the keeper said when it cannot be */
export function addressOf(keeper: ChildProcess, { log }: MeetingPlace): Promise<string> {
  return new Promise((resolve, reject) => {
    keeper.once("message", (url: string) => {
      keeper.disconnect();
      keeper.unref();
      resolve(url);
    });
    keeper.once("error", reject);
    keeper.once("exit", () => reject(new Error(readFileSync(log, "utf8"))));
  });
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
