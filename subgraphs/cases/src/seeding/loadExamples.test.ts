import { readdirSync, readFileSync } from "node:fs";
import { createTestDatabase, type TestDatabase } from "@yimen/kernel/testDatabase";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseEvent } from "../domain/caseEvent.js";
import { fold } from "../domain/evolve.js";
import { findHistories } from "../store/caseLog.js";
import { searchCases } from "../store/caseStore.js";
import { connect, type Db } from "../store/db.js";
import { firstBroken } from "../store/hashChain.js";
import { actOnDeadlines } from "../watchDeadlines.js";
import { readExampleFacts } from "./exampleFacts.js";
import { EXAMPLES, loadExamples } from "./loadExamples.js";

const NOW = new Date("2026-03-02T16:55:00+08:00");

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase("cases");
  db = connect(database.url);
  await loadExamples(db, NOW, 1_000);
});
afterAll(async () => {
  await db.$disconnect();
  await database[Symbol.asyncDispose]();
});

describe("the example cases", () => {
  it("stand in every stage, all of Taoshan hall, with real histories in unbroken chains", async () => {
    const cases = await searchCases(db, {});
    const histories = Map.groupBy(
      await findHistories(
        db,
        cases.map(({ id }) => id),
      ),
      ({ streamId }) => streamId,
    );

    expect(new Set(cases.map(({ status }) => status)).size).toBeGreaterThanOrEqual(11);
    for (const { applicantId: _, ...found } of cases) {
      const history = histories.get(found.id) ?? [];
      expect(firstBroken(history)).toBeNull();
      expect(fold(history.map(({ data }) => data as CaseEvent))).toEqual(found);
    }
  });

  it("are stored once", async () => {
    const before = await db.caseEvent.count();

    expect(await loadExamples(db, NOW, 1_000)).toBe(0);
    expect(await db.caseEvent.count()).toBe(before);
  });

  it("are the same for the same day", async () => {
    await using another = await createTestDatabase("cases");
    const other = connect(another.url);
    await loadExamples(other, NOW, EXAMPLES);

    const states = async (from: Db) =>
      (
        await searchCases(from, { where: { caseNo: { lt: "TAOSHAN-99999999-900049" } }, orderBy: { id: "asc" } })
      ).filter(({ caseNo }) => Number(caseNo.slice(-6)) <= 900_048);
    expect(await states(other)).toEqual(await states(db));
    await other.$disconnect();
  });

  it("leave nothing that is due to the watcher", async () => {
    expect(await actOnDeadlines(db, NOW, () => undefined)).toBe(0);
  });

  it("concern nobody: names, telephones and numbers that cannot exist", async () => {
    const applicants = await db.applicant.findMany();

    for (const { name, phone, idNumber } of applicants) {
      expect(name).toMatch(/^测试-桃山-\d{3,}$/);
      expect(phone).toMatch(/^0464-000\d{4}$/);
      expect(idNumber).toMatch(/^999999\d{11}[\dX]$/);
    }
  });

  it("rely on what the catalogue's seed says of their matters", () => {
    const folder = new URL("../../../catalogue/seed/taoshan/", import.meta.url);
    const files = readdirSync(folder)
      .filter((name) => name.startsWith("taoshan-"))
      .map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
    const catalogue = new Map(files.flatMap(({ matters }) => matters).map((matter) => [matter.id, matter.guide]));

    for (const { matterId, guide } of readExampleFacts().matters) {
      const { promisedLimit, statutoryLimit, decisionMode, important, materials } = guide;
      const expected = materials.map(({ id: _, ...material }) => expect.objectContaining(material));
      expect(catalogue.get(matterId)).toMatchObject({ promisedLimit, statutoryLimit, decisionMode, important });
      expect(catalogue.get(matterId).materials).toEqual(expected);
    }
  });
});
