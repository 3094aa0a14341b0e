import { createTestDatabase } from "@yimen/kernel/testDatabase";
import { describe, expect, it } from "vitest";
import { ratingOf } from "./domain/rating.js";
import { loadSeed } from "./loadSeed.js";
import { readSeededStaff } from "./seedFile.js";
import { connect } from "./store/db.js";
import { logHead } from "./store/evaluationLog.js";
import { ratedOutlets, ratedStaff } from "./store/ratingStore.js";

describe("the seed", () => {
  it("is all example, rates the seeded outlets, leaves no bad review open, and is loaded once", async () => {
    await using database = await createTestDatabase("evaluation");
    const db = connect(database.url);

    await loadSeed(db);
    const head = await logHead(db);
    await loadSeed(db);

    const [hall, centre] = await ratedOutlets(db, ["taoshan-hall", "shanyang-centre"]);
    expect(hall && ratingOf(hall.tally, hall.coverage)).toMatchObject({ count: 125, badCount: 3, stars: 4.5 });
    expect(centre && ratingOf(centre.tally, centre.coverage).activeRate).toBeCloseTo(62 / 73);
    expect(await db.badReview.count({ where: { status: { not: "FED_BACK" } } })).toBe(0);
    expect(await logHead(db)).toBe(head);
    expect(readSeededStaff().every((entry) => "source" in entry && entry.source === "✱示例")).toBe(true);
    await db.$disconnect();
  });

  it("has a member of staff with too few evaluations for a rating (I-E5)", async () => {
    await using database = await createTestDatabase("evaluation");
    const db = connect(database.url);
    await loadSeed(db);

    const [newcomer] = await ratedStaff(db, ["taoshan-staff-06"]);

    expect(newcomer && ratingOf(newcomer.tally, newcomer.coverage)).toMatchObject({
      count: 3,
      stars: null,
      goodRate: null,
    });
    await db.$disconnect();
  });
});
