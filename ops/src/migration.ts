import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { missingMigration } from "@yimen/kernel/migrate";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { subgraphPrisma } from "@yimen/kernel/repository";
import { createTestDatabase } from "@yimen/kernel/testDatabase";
import { complain, say } from "./say.js";

// npm run migration -- cases add_something: writes what leads from the migrations of cases to its schema.prisma.
try {
  await write(process.argv[2], process.argv[3]);
} catch (problem) {
  complain(problem);
  process.exitCode = 1;
}
process.exit(); // at once: the schema engine leaves a timer behind

async function write(subgraph: string | undefined, name: string | undefined): Promise<void> {
  if (!subgraph || !name || !/^[a-z][a-z0-9_]*$/.test(name)) throw usage();
  const folder = subgraphPrisma(subgraph);
  await using database = await createTestDatabase(folder);
  const sql = await missingMigration(database.url, folder);
  if (sql === null) {
    say({ zh: "迁移与 schema.prisma 一致，无需新增。", en: "Migrations and schema.prisma agree; nothing to add." });
    return;
  }
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const target = join(folder.migrationsDir, `${stamp}_${name}`);
  await mkdir(target, { recursive: true });
  await writeFile(join(target, "migration.sql"), `-- Why, and whether the previous release keeps working.\n${sql}`);
  await writeFile(join(folder.migrationsDir, "migration_lock.toml"), 'provider = "postgresql"\n');
  say({ zh: `已写入 ${target}，请补充首行说明并检查。`, en: "Say why in its first line, and read it through." });
}

const usage = () =>
  new OperatorProblem("USAGE", {
    zh: "用法：npm run migration -- <子图> <名称>，例如 cases add_case_suspensions",
    en: "Usage: npm run migration -- <subgraph> <name>, such as cases add_case_suspensions",
  });
