import { createTestDatabase, type TestDatabase } from "@yimen/kernel/testDatabase";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CasesClient, EndedVisit } from "./casesClient.js";
import { inviteVisitors } from "./inviteVisitors.js";
import { connect, type Db } from "./store/db.js";
import { ratedOutlets } from "./store/ratingStore.js";

let database: TestDatabase;
let db: Db;
let ended: EndedVisit[];

beforeAll(async () => {
  database = await createTestDatabase("evaluation");
  db = connect(database.url);
});
afterAll(async () => {
  await db.$disconnect();
  await database[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await db.evaluableVisit.deleteMany();
  await db.followedLog.deleteMany();
  ended = Array.from({ length: 450 }, (_, n) => ({
    visitId: `visit-${n}`,
    outletId: "taoshan-hall",
    officerId: "taoshan-staff-04",
    endedAt: "2026-03-01T17:00:00.000Z", // the next office day already
  }));
});

/** The log of cases; `meanwhile` happens between its answer and what is made of it. */
const cases = (meanwhile: () => Promise<unknown> = async () => {}): CasesClient => ({
  evaluationRight: async () => null,
  matterEvaluationRight: async () => null,
  outletVolumes: async () => [],
  async endedVisits(after, first) {
    const visits = ended.slice(Number(after), Number(after) + first);
    await meanwhile();
    return { cursor: `${Number(after) + visits.length}`, visits };
  },
});
const follow = async () => {
  while (await inviteVisitors(db, cases())) {
    // stretch by stretch
  }
};

describe("a visit that has ended", () => {
  it("can be evaluated, and counts towards the outlet's active rate", async () => {
    await follow();

    const [hall] = await ratedOutlets(db, ["taoshan-hall"]);
    expect(hall?.coverage).toEqual({ visits: 450, evaluated: 0 });
    expect(await db.evaluableVisit.findFirst()).toMatchObject({ endedOn: new Date("2026-03-02") });
  });

  it("is noted once, however often the follower is killed between its steps", async () => {
    const killed = {
      ...db,
      $transaction: (work: (tx: unknown) => Promise<void>) =>
        db.$transaction(async (tx) => {
          await work(tx);
          throw new Error("killed before the commit");
        }),
    } as unknown as Db;
    for (let attempt = 0; attempt < 3; attempt++) {
      await expect(inviteVisitors(killed, cases())).rejects.toThrow("killed");
    }
    expect(await db.evaluableVisit.count()).toBe(0);

    await follow();

    expect(await db.evaluableVisit.count()).toBe(450);
    expect(await db.followedLog.findMany()).toEqual([{ log: "cases.endedVisits", cursor: "450" }]);
  });

  it("has its effect once when two processes follow the log", async () => {
    await inviteVisitors(
      db,
      cases(() => inviteVisitors(db, cases())),
    );

    expect(await db.evaluableVisit.count()).toBe(200);
    await Promise.all([follow(), follow()]);
    expect(await db.evaluableVisit.count()).toBe(450);
  });
});
