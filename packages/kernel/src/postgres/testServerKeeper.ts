import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { lock } from "../fileLock.js";
import { nextFreePort } from "../freePort.js";
import { createOrphanGuard } from "../orphanGuard.js";
import { startEmbeddedPostgres } from "./embedded.js";
import { testFolder, testServerFile, testServerLock } from "./testServer.js";

// A process of its own: runs the PostgreSQL that all test processes of this clone share, until nobody uses it.

const IDLE = 20_000; // without a connection for so long, the tests are over
const SETTINGS = {
  fsync: "off", // nothing here outlives the tests
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "300",
  shared_buffers: "64MB",
};

const folder = join(testFolder, "postgres");
const server = await startEmbeddedPostgres({
  folder,
  fresh: true,
  port: await nextFreePort(54_400),
  settings: SETTINGS,
});
const guard = createOrphanGuard();
guard.watch(server.pid);
const url = server.url("postgres");
writeFileSync(testServerFile, url, { mode: 0o600 });
process.send?.(url);
process.once("SIGTERM", stop).once("SIGINT", stop);
void server.ended.then(() => {
  guard.release(server.pid);
  setImmediate(() => process.exit()); // after a lock that is held has been let go
});

const client = new Client({ connectionString: url });
await client.connect();
client.on("error", () => undefined);
for (let idleSince = Date.now(); ; await delay(2_000)) {
  if (await inUse()) idleSince = Date.now();
  else if (Date.now() - idleSince > IDLE) await stopUnlessJoined();
}

async function inUse(): Promise<boolean> {
  const others = "SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
  return Boolean((await client.query(`${others} LIMIT 1`)).rowCount);
}

/** Nobody can join while we hold the lock. */
async function stopUnlessJoined(): Promise<void> {
  using _turn = await lock(testServerLock);
  if (!(await inUse())) await stop();
}

async function stop(): Promise<void> {
  rmSync(testServerFile, { force: true });
  process.once("exit", () => rmSync(server.home, { recursive: true, force: true }));
  await server.stop();
}
