import { createTestDatabase, type TestDatabase } from "@yimen/kernel/testDatabase";
import { parsePlainDate as day } from "@yimen/workdays/plainDate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CasesClient } from "./casesClient.js";
import { countWorkload } from "./countWorkload.js";
import { connect, type Db } from "./store/db.js";
import { visitsAtWindows, visitsServed } from "./store/workloadStore.js";

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase("staff");
  db = connect(database.url);
});
afterAll(async () => {
  await db.$disconnect();
  await database[Symbol.asyncDispose]();
});

const ended = Array.from({ length: 250 }, (_, n) => ({
  officerId: n % 5 === 0 ? "rare" : "busy",
  windowId: n % 2 === 0 ? "w1" : null,
  endedAt: n < 200 ? "2026-03-02T02:00:00.000Z" : "2026-03-02T17:00:00.000Z", // the next office day already
}));

/** The log of cases; `meanwhile` happens between its answer and what is made of it. */
const cases = (meanwhile: () => Promise<unknown> = async () => {}): CasesClient => ({
  departmentVolumes: async () => [],
  async endedVisits(after, first) {
    const visits = ended.slice(Number(after), Number(after) + first);
    await meanwhile();
    return { cursor: `${Number(after) + visits.length}`, visits };
  },
});
const served = (who: string, from: string, to: string) => visitsServed(db, who, day(from), day(to));

describe("a visit that has ended", () => {
  it("counts once for who served it, whatever crashes and however many processes follow the log", async () => {
    const killed = {
      $queryRawUnsafe: db.$queryRawUnsafe.bind(db),
      $transaction: (work: (tx: unknown) => Promise<void>) =>
        db.$transaction(async (tx) => {
          await work(tx);
          throw new Error("killed before the commit");
        }),
    } as unknown as Db;
    await expect(countWorkload(killed, cases())).rejects.toThrow("killed");
    expect(await served("busy", "2026-03-01", "2026-03-31")).toBe(0);

    await countWorkload(
      db,
      cases(() => countWorkload(db, cases())),
    );
    while (await countWorkload(db, cases())) {
      // stretch by stretch
    }

    expect(await served("busy", "2026-03-02", "2026-03-02")).toBe(160);
    expect(await served("busy", "2026-03-03", "2026-03-03")).toBe(40);
    expect(await served("rare", "2026-03-02", "2026-03-03")).toBe(50);
    const windows = await visitsAtWindows(db, ["w1", "w2"], day("2026-03-02"), day("2026-03-03"));
    expect(windows).toEqual(new Map([["w1", 125]]));
  });
});
