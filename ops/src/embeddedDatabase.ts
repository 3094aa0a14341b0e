import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { isFree, nextFreePort } from "@yimen/kernel/freePort";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@yimen/kernel/postgres/embedded";
import type { ProcessList } from "./processList.js";
import { complain, warn } from "./say.js";
import type { State } from "./state.js";

const SETTINGS = { shared_buffers: "64MB", max_connections: "100" };
const DEFAULT_PORT = 54_329;

export interface EmbeddedDatabase {
  url(database: string): string;
  stop(): Promise<void>;
}

/** Runs the clone's own PostgreSQL until it is stopped, and starts it again should it end by itself. */
export async function runEmbeddedDatabase(state: State, processes: ProcessList): Promise<EmbeddedDatabase> {
  const port = await choosePort(state);
  let stopping = false;
  let server = await start();
  void watch();
  return {
    url: (database) => server.url(database),
    stop: () => {
      stopping = true;
      return server.stop();
    },
  };

  async function start(): Promise<EmbeddedPostgres> {
    const started = await startEmbeddedPostgres({ folder: state.postgres, port, settings: SETTINGS });
    processes.add(started.pid);
    void started.ended.then(() => processes.remove(started.pid));
    return started;
  }

  async function watch(): Promise<void> {
    while (!stopping) {
      const lines = await server.ended;
      if (stopping) return;
      warn({ zh: "数据库意外退出，正在重新启动。", en: "The database ended by itself; starting it again." }, lines);
      await delay(1_000);
      server = await start().catch((cause) => {
        complain(cause);
        return server;
      });
    }
  }
}

/** The port of the last start, or the next free one after it; the environment's choice is taken as it is. */
async function choosePort(state: State): Promise<number> {
  const wanted = Number(process.env.YIMEN_POSTGRES_PORT);
  if (wanted) {
    if (await isFree(wanted)) return wanted;
    throw new OperatorProblem("DATABASE_PORT_BUSY", {
      zh: `YIMEN_POSTGRES_PORT 指定的端口 ${wanted} 已被占用。请换一个。`,
      en: `Port ${wanted} of YIMEN_POSTGRES_PORT is taken: choose another one.`,
    });
  }
  const port = await nextFreePort(readPort(state.postgresPort) ?? DEFAULT_PORT);
  writeFileSync(state.postgresPort, `${port}\n`);
  return port;
}

function readPort(file: string): number | null {
  try {
    return Number(readFileSync(file, "utf8")) || null;
  } catch {
    return null;
  }
}
