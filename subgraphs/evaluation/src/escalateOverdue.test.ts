import { createTestDatabase } from "@yimen/kernel/testDatabase";
import { expect, it } from "vitest";
import { escalateOverdue } from "./escalateOverdue.js";
import { connect } from "./store/db.js";

it("asks for nothing more when nothing is overdue, for it looks every second", async () => {
  await using database = await createTestDatabase("evaluation");
  const queries: string[] = [];
  const db = connect(database.url, { onQuery: (sql) => queries.push(sql) });

  await escalateOverdue(db, () => new Date("2026-03-02T01:30:00Z"));

  const tables = queries.map((sql) => /FROM "public"\."(\w+)"/.exec(sql)?.[1]);
  expect(new Set(tables).size).toBe(tables.length); // each table once
  expect(tables).not.toContain("complainant");
  await db.$disconnect();
});
