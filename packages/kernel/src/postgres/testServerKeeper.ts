import { rmSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { lock } from "../fileLock.js";
import { nextFreePort } from "../freePort.js";
import { OperatorProblem } from "../operatorProblem.js";
import { createOrphanGuard } from "../orphanGuard.js";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded.js";
import { joinTestServer, meetingPlace } from "./testServer.js";

// A process of its own: runs the PostgreSQL that all test processes of this clone share, until nobody uses it.

const IDLE = 20_000; // without a connection for so long, the tests are over
const SETTINGS = {
  fsync: "off", // nothing here outlives the tests
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "300",
  shared_buffers: "64MB",
};

const place = meetingPlace(process.argv[2] ?? "");
const server = await startUnlessThere();
if (server) await keepWhileUsed(server).catch(() => stop(server)); // its connection ends with the server, too

/** One at a time: another keeper may be starting here, for somebody who died waiting, or on its way out. */
async function startUnlessThere(): Promise<EmbeddedPostgres | null> {
  using _turn = await lock(place.keeping);
  const other = await joinTestServer(place);
  if (other) {
    await other.client.end();
    tell(other.url("postgres"));
    return null;
  }
  const started = await startPostgres(54_400);
  tie(started);
  const address = started.url("postgres");
  writeFileSync(place.address, address, { mode: 0o600 });
  tell(address);
  return started;
}

/** On the first free port from this one on; the keeper of another clone may be quicker to take it. */
async function startPostgres(from: number): Promise<EmbeddedPostgres> {
  const port = await nextFreePort(from);
  try {
    return await startEmbeddedPostgres({ folder: place.postgres, fresh: true, port, settings: SETTINGS });
  } catch (problem) {
    if (!(problem instanceof OperatorProblem) || problem.code !== "DATABASE_PORT_BUSY") throw problem;
    return startPostgres(port + 1);
  }
}

/** Whoever asked for a server may have died meanwhile. */
function tell(address: string): void {
  process.send?.(address, undefined, undefined, () => undefined);
}

/** Neither outlives the other. */
function tie(running: EmbeddedPostgres): void {
  const guard = createOrphanGuard();
  guard.watch(running.pid);
  const stopNow = () => stop(running);
  process.once("SIGTERM", stopNow).once("SIGINT", stopNow);
  void running.ended.then(() => {
    guard.release(running.pid);
    setImmediate(() => process.exit()); // after the home is gone and a lock that is held has been let go
  });
}

async function keepWhileUsed(running: EmbeddedPostgres): Promise<void> {
  const client = new Client({ connectionString: running.url("postgres") });
  await client.connect();
  client.on("error", () => undefined);
  for (let idleSince = Date.now(); ; await delay(2_000)) {
    if (await isUsed(client)) idleSince = Date.now();
    else if (Date.now() - idleSince > IDLE) await stopUnlessJoined(running, client);
  }
}

async function isUsed(client: Client): Promise<boolean> {
  const others = "SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
  return Boolean((await client.query(`${others} LIMIT 1`)).rowCount);
}

/** Nobody can join while we hold the lock. */
async function stopUnlessJoined(running: EmbeddedPostgres, client: Client): Promise<void> {
  using _turn = await lock(place.joining);
  if (!(await isUsed(client))) await stop(running);
}

/** Who comes next begins when the home is gone, not while it is being taken away. */
async function stop(running: EmbeddedPostgres): Promise<void> {
  using _turn = await lock(place.keeping);
  rmSync(place.address, { force: true });
  await running.stop();
  rmSync(running.home, { recursive: true, force: true });
}
