import { existsSync } from "node:fs";
import { join } from "node:path";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { Client } from "pg";
import { startChild } from "./child.js";
import type { House } from "./environment.js";
import { say } from "./say.js";
import type { DataService } from "./services.js";

const RECORD = "CREATE TABLE IF NOT EXISTS _yimen_seed (loaded_at timestamptz NOT NULL DEFAULT now())";

/**
 * Loads the seeds of all services at once; when one fails the others are called off.
 *
 * @throws OperatorProblem with the last words of the one that failed
 */
export async function loadSeeds(services: readonly DataService[], house: House, stop: AbortSignal): Promise<void> {
  const failure = new AbortController();
  const over = AbortSignal.any([stop, failure.signal]);
  const load = (service: DataService) => loadSeed(service, house, over).catch((problem) => failure.abort(problem));
  await Promise.all(services.map(load));
  failure.signal.throwIfAborted();
}

/** Gets the data ready for today, such as people signing in, where a service has a program for it. @throws OperatorProblem */
export async function readyForToday(services: readonly DataService[], house: House, stop: AbortSignal): Promise<void> {
  await Promise.all(services.map((service) => service.atStart && runToEnd(service, service.atStart, house, stop)));
}

/** Loads a service's seed, if it has one, unless its database says that this was done. An interrupted one runs again. */
async function loadSeed(service: DataService, house: House, over: AbortSignal): Promise<void> {
  if (!existsSync(join(house.root, service.folder, "dist", "seed.js"))) return;
  const client = new Client({ connectionString: house.databases[service.name] });
  await client.connect();
  try {
    await client.query(RECORD);
    if ((await client.query("SELECT FROM _yimen_seed")).rowCount) return;
    say({ zh: `正在载入 ${service.name} 的种子数据……`, en: `Loading the seed of ${service.name}…` });
    await runToEnd(service, "seed.js", house, over);
    await client.query("INSERT INTO _yimen_seed DEFAULT VALUES");
  } finally {
    await client.end();
  }
}

async function runToEnd(service: DataService, program: string, house: House, over: AbortSignal): Promise<void> {
  const child = startChild(service, program, house);
  over.addEventListener("abort", () => void child.stop(2_000));
  const { code, lines } = await child.ended;
  if (code !== 0) throw seedFailed(service, lines);
}

const seedFailed = ({ name }: DataService, lines: readonly string[]) =>
  new OperatorProblem(
    "SEED_FAILED",
    {
      zh: `${name} 的种子数据没有载入，原因见下。修正后重新启动即可继续。`,
      en: `The seed of ${name} was not loaded, see below. Put it right and start again.`,
    },
    { cause: lines.join("\n") },
  );
