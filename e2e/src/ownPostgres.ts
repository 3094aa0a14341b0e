import { execFileSync } from "node:child_process";
import { chownSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "@yimen/kernel/migrate";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@yimen/kernel/postgres/embedded";
import { openHome } from "@yimen/kernel/postgres/home";
import { postgresRunner } from "@yimen/kernel/postgres/runner";
import { subgraphPrisma } from "@yimen/kernel/repository";
import { startLine } from "@yimen/kernel/testing/cuttableLine";
import { Client } from "pg";
import { freePorts } from "./freePorts.js";

const SETTINGS = { fsync: "off", max_connections: "200", shared_buffers: "64MB" }; // the machine itself does not crash

/** A PostgreSQL of one test's own, at one address whatever becomes of its servers. */
export async function startOwnPostgres() {
  await using failed = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "yimen-postgres-"));
  failed.defer(() => rm(folder, { recursive: true, force: true }));
  const [port, standbyPort] = (await freePorts(2)) as [number, number];
  const start = (name: string, at: number, settings = {}) =>
    startEmbeddedPostgres({ folder: join(folder, name), port: at, settings: { ...SETTINGS, ...settings } });
  let primary = await start("one", port);
  let standby: EmbeddedPostgres | undefined;
  failed.defer(async () => {
    await Promise.all([primary, standby].map((server) => server?.crash()));
    for (const server of [primary, standby]) if (server) await rm(server.home, { recursive: true, force: true });
  });
  const line = failed.use(await startLine(port));
  const url = (database: string) => Object.assign(new URL(primary.url(database)), { port: line.port }).href;
  const ask = async (server: EmbeddedPostgres, sql: string) => {
    const client = new Client({ connectionString: server.url("postgres") });
    await client.connect();
    return client.query(sql).finally(() => client.end());
  };

  const everything = failed.move();
  return {
    /** A database with all of a subgraph's migrations. */
    async createDatabase(subgraph: string) {
      await ask(primary, `CREATE DATABASE ${subgraph}`);
      await migrate(url(subgraph), subgraphPrisma(subgraph));
      return { url: url(subgraph) };
    },

    /** The server breaks down and is started again. */
    async restart() {
      await primary.crash();
      primary = await start("one", port);
    },

    /** From now on every commit is on a second server before it is acknowledged. */
    async addStandby() {
      await primary.stop();
      const runner = postgresRunner();
      const home = openHome(join(folder, "two"), runner);
      execFileSync("cp", ["-Rp", `${primary.home}/.`, home]);
      const signal = join(home, "data", "standby.signal");
      writeFileSync(signal, "");
      if (runner.uid !== undefined && runner.gid !== undefined) chownSync(signal, runner.uid, runner.gid);
      primary = await start("one", port, { synchronous_standby_names: "*" });
      const { username, password } = new URL(primary.url("postgres"));
      const primary_conninfo = `host=127.0.0.1 port=${port} user=${username} password=${password}`;
      standby = await start("two", standbyPort, { primary_conninfo });
    },

    /** The first server is gone for good; the second one takes its place, and its address. */
    async moveToStandby() {
      if (!standby) throw new Error("There is no standby.");
      await primary.crash();
      await ask(standby, "SELECT pg_promote()");
      line.leadTo(standbyPort);
    },
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  };
}

export type OwnPostgres = Awaited<ReturnType<typeof startOwnPostgres>>;
