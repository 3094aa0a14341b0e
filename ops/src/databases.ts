import { join } from "node:path";
import { migrate } from "@yimen/kernel/migrate";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { prismaFolder } from "@yimen/kernel/prismaFolder";
import { type EmbeddedDatabase, runEmbeddedDatabase } from "./embeddedDatabase.js";
import { type OwnDatabase, ownDatabase, requireDatabase } from "./ownServer.js";
import type { ProcessList } from "./processList.js";
import { say } from "./say.js";
import type { DataService } from "./services.js";
import type { State } from "./state.js";

export interface Databases {
  /** Connection string by service name. */
  readonly urls: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Every service's database, reachable: on the server that the environment names, else on one of our own. */
export async function openDatabases(
  services: readonly DataService[],
  state: State,
  processes: ProcessList,
): Promise<Databases> {
  const own = services.map((service) => ownDatabase(service));
  let embedded: EmbeddedDatabase | null = null;
  if (own.includes(null)) {
    say({ zh: "正在启动内置数据库……", en: "Starting the embedded database…" });
    embedded = await runEmbeddedDatabase(state, processes);
  }
  const stop = async () => embedded?.stop();
  try {
    const databases = services.map((service, index) => own[index] ?? embeddedOne(service, embedded));
    for (const database of databases) await requireDatabase(database);
    const urls = Object.fromEntries(services.map(({ name }, index) => [name, databases[index]?.url ?? ""]));
    return { urls, stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

/** Applies what is new among a service's migrations. */
export async function migrateService(root: string, service: DataService, url: string): Promise<void> {
  try {
    const applied = await migrate(url, prismaFolder(join(root, service.folder, "prisma")));
    if (applied.length === 0) return;
    say({ zh: `${service.database}：已应用 ${applied.length} 个迁移`, en: `${applied.length} migrations applied` });
  } catch (cause) {
    const problem = {
      zh: `${service.database} 无法迁移，原因见下。数据库停留在最后一个成功的迁移。`,
      en: `${service.database} could not be migrated, see below. It stands at the last migration that succeeded.`,
    };
    throw new OperatorProblem("MIGRATION_FAILED", problem, { cause: cause instanceof Error ? cause.message : cause });
  }
}

const embeddedOne = ({ database }: DataService, embedded: EmbeddedDatabase | null): OwnDatabase => ({
  setting: "DATABASE_URL",
  url: embedded?.url(database) ?? "",
});
