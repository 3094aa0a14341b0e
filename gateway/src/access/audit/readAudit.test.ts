import { appendFileSync, statSync } from "node:fs";
import { createTestDatabase } from "@yimen/kernel/testDatabase";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { fileAudit } from "./fileAudit.js";
import { postgresAudit } from "./postgresAudit.js";
import type { ReadAudit, ReadRecord } from "./readAudit.js";

const aRecord = (given: Partial<ReadRecord> = {}): ReadRecord => ({
  at: "2026-03-02T01:00:00.000Z",
  requestId: "r1",
  callerKind: "STAFF",
  caller: "staff-1",
  purpose: "核对身份",
  document: "0".repeat(64),
  operation: "query",
  entityType: "Case",
  entityKey: "c1",
  field: "CaseApplicant.idNumber",
  ...given,
});

const folder = temporaryFolder();
const file = folder.write("audit.jsonl", "");
let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase("staff"); // whichever: the audit brings its own table
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

describe.each<[string, () => Promise<ReadAudit>]>([
  ["a file", () => fileAudit(file)],
  ["PostgreSQL", async () => postgresAudit(database.url)],
])("the read audit in %s", (_, open) => {
  it("keeps what is written, newest first, by page and by filter, beyond a restart", async () => {
    {
      await using audit = await open();
      await audit.write([aRecord(), aRecord({ field: "CaseApplicant.phone" })]);
      await audit.write([aRecord({ caller: "staff-2", at: "2026-03-03T01:00:00.000Z", entityKey: null })]);
    }
    await using audit = await open();

    const all = await audit.find({}, 10);
    const [newest, second] = all;

    expect(all).toHaveLength(3);
    expect(all.map(({ position }) => position)).toEqual([3, 2, 1]);
    expect(newest).toEqual({
      ...aRecord({ caller: "staff-2", at: "2026-03-03T01:00:00.000Z", entityKey: null }),
      position: 3,
    });
    expect(await audit.find({}, 1, 3)).toEqual([second]);
    expect(await audit.find({ caller: "staff-1", entityType: "Case", entityKey: "c1" }, 10)).toHaveLength(2);
    expect(await audit.find({ from: "2026-03-03T00:00:00.000Z" }, 10)).toEqual([newest]);
    expect(await audit.find({ until: "2026-03-03T00:00:00.000Z" }, 10)).toHaveLength(2);
    expect(await audit.find({ caller: "nobody" }, 10)).toEqual([]);
  });
});

describe("the read audit in a file", () => {
  it("is for its owner's eyes, and survives a line that a crash cut off", async () => {
    appendFileSync(file, '{"at":"2026');
    await using audit = await fileAudit(file);

    await audit.write([aRecord({ caller: "staff-3" })]);

    expect(await audit.find({ caller: "staff-3" }, 10)).toHaveLength(1);
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe("the read audit in PostgreSQL", () => {
  it.each(["UPDATE read_audit SET caller = 'x'", "DELETE FROM read_audit", "TRUNCATE read_audit"])(
    "cannot be changed: %s",
    async (sql) => {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();

      await expect(client.query(sql)).rejects.toThrow("only ever added to");
      await client.end();
    },
  );

  it("refuses to write while the database is away, and writes when it is back", async () => {
    await using away = postgresAudit("postgresql://nobody:x@127.0.0.1:1/none");

    await expect(away.write([aRecord()])).rejects.toThrow();
  });
});
