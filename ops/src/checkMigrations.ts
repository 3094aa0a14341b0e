import { existsSync } from "node:fs";
import { missingMigration } from "@yimen/kernel/migrate";
import { repository, subgraphPrisma } from "@yimen/kernel/repository";
import { createTestDatabase } from "@yimen/kernel/testDatabase";
import { complain, say, warn } from "./say.js";
import { hasDatabase, readServices } from "./services.js";

// Whether every subgraph's migrations build what its schema.prisma declares; run by CI.
try {
  for (const { name } of readServices(repository).filter(hasDatabase)) await check(name);
} catch (problem) {
  complain(problem);
  process.exitCode = 1;
}
process.exit(); // at once: the schema engine leaves a timer behind

async function check(subgraph: string): Promise<void> {
  const folder = subgraphPrisma(subgraph);
  if (!existsSync(folder.schemaPath)) return;
  await using database = await createTestDatabase(folder);
  const missing = await missingMigration(database.url, folder);
  if (missing === null) {
    say({ zh: `${subgraph}：迁移与 schema.prisma 一致`, en: "migrations and schema.prisma agree" });
    return;
  }
  process.exitCode = 1;
  warn(
    {
      zh: `${subgraph}：schema.prisma 有改动而没有迁移，请运行 npm run migration -- ${subgraph} <名称>`,
      en: `${subgraph}: schema.prisma has changes without a migration; run npm run migration -- ${subgraph} <name>`,
    },
    missing.split("\n"),
  );
}
