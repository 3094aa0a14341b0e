import { missingMigration } from "@yimen/kernel/migrate";
import { subgraphPrisma } from "@yimen/kernel/repository";
import { createTestDatabase } from "@yimen/kernel/testDatabase";
import { describe, expect, it } from "vitest";

describe("the database", () => {
  it("is built by its migrations as schema.prisma declares it", async () => {
    await using empty = await createTestDatabase({
      schemaPath: subgraphPrisma("catalogue").schemaPath,
      migrationsDir: "none",
    });

    expect(await missingMigration(empty.url, subgraphPrisma("catalogue"))).toBeNull();
  });
});
