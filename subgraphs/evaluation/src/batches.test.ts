import { randomUUID } from "node:crypto";
import { anonymous } from "@yimen/kernel/caller";
import { missingMigration } from "@yimen/kernel/migrate";
import { subgraphPrisma } from "@yimen/kernel/repository";
import { createTestDatabase } from "@yimen/kernel/testDatabase";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "./store/db.js";
import { applicant, officer } from "./testing/people.js";
import { startTestEvaluation, type TestEvaluation } from "./testing/startTestEvaluation.js";

let evaluation: TestEvaluation;
const visits = Array.from({ length: 100 }, () => randomUUID());
let ids: string[] = [];
beforeAll(async () => {
  evaluation = await startTestEvaluation();
  const rate = (visitId: string) =>
    evaluation.act<{ id: string }>(applicant, "rateVisit", { visitId, grade: "DISSATISFIED", channel: "WEB" });
  ids = (await Promise.all(visits.map(rate))).map(({ data }) => data.id);
});
afterAll(() => evaluation[Symbol.asyncDispose]());

async function queriesOf(fragment: string, representations: readonly object[]) {
  evaluation.world.queries.length = 0;
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${fragment} } }`;
  const answer = await evaluation.ask<{ _entities: (object | null)[] }>(officer, query, { representations });
  // The watcher of due dates and the reader of the log look now and then, too; only they have these conditions.
  const queries = evaluation.world.queries.filter(
    (sql) => !/"(due_on" <|position" >|followed_log"|complainant")/.test(sql),
  );
  return { entities: answer.data._entities, errors: answer.errors, queries };
}

const references = (__typename: string, keys: readonly string[]) => keys.map((id) => ({ __typename, id }));

describe("a hundred references", () => {
  it("to evaluations are one query", async () => {
    const { entities, queries } = await queriesOf("... on Evaluation { grade }", references("Evaluation", ids));

    expect(entities).toEqual(ids.map(() => ({ grade: "DISSATISFIED" })));
    expect(queries).toHaveLength(1);
  });

  it("to visits, with their evaluation and its bad review and steps, are one query a level", async () => {
    const fragment = "... on Visit { evaluation { grade badReview { status steps { type } } } }";

    const { entities, queries } = await queriesOf(fragment, references("Visit", visits));

    expect(entities[99]).toEqual({
      evaluation: { grade: "DISSATISFIED", badReview: { status: "OPENED", steps: [{ type: "BadReviewOpened" }] } },
    });
    expect(queries).toHaveLength(3);
  });

  it("to cases, with their evaluations, are one query", async () => {
    const keys = visits.map((visitId) => `case of ${visitId}`);

    const { entities, queries } = await queriesOf("... on Case { evaluations { id } }", references("Case", keys));

    expect(entities).toEqual(ids.map((id) => ({ evaluations: [{ id }] })));
    expect(queries).toHaveLength(1);
  });

  it("to cases, with where their evaluation stands, are one query (R181)", async () => {
    const keys = visits.map((visitId) => ({ id: `case of ${visitId}`, closedAt: null }));
    const others = [
      { id: "never evaluated", closedAt: "2026-03-02T01:30:00.000Z" },
      { id: "still running", closedAt: null },
    ];
    const r = [...keys, ...others].map((key) => ({ __typename: "Case", ...key }));

    const { entities, queries } = await queriesOf("... on Case { evaluationSlot }", r);

    expect(entities.slice(-3)).toEqual(["EVALUATED", "OPEN", "NOT_YET"].map((evaluationSlot) => ({ evaluationSlot })));
    expect(queries).toHaveLength(1);
  });

  it("to outlets, with their ratings, are one query", async () => {
    const outlets = ["taoshan-hall", ...Array.from({ length: 99 }, (_, index) => `outlet-${index}`)];

    const { entities, queries } = await queriesOf(
      "... on Outlet { rating { count badCount goodRate stars } }",
      references("Outlet", outlets),
    );

    expect(entities[0]).toEqual({ rating: { count: 100, badCount: 100, goodRate: 0, stars: 2 } });
    expect(entities[99]).toEqual({ rating: { count: 0, badCount: 0, goodRate: null, stars: null } });
    expect(queries).toHaveLength(1);
  });
});

describe("a ranking", () => {
  it("lists the outlets of a region, the unrated ones last", async () => {
    const { data } = await evaluation.ask(
      anonymous,
      `{ ratingRanking(regionId: "taoshan") { place outlet { id } staffMember { id } rating { count } } }`,
    );

    expect(data).toEqual({
      ratingRanking: [
        { place: 1, outlet: { id: "taoshan-hall" }, staffMember: null, rating: { count: 100 } },
        { place: null, outlet: { id: "taoshan-street-1" }, staffMember: null, rating: { count: 0 } },
      ],
    });
  });

  it("counts the evaluations of its days only", async () => {
    const { data } = await evaluation.ask(
      anonymous,
      `{ ratingRanking(regionId: "taoshan", of: STAFF, from: "2026-03-03") { place staffMember { id } rating { count } } }`,
    );

    expect(data).toEqual({
      ratingRanking: [{ place: null, staffMember: { id: "taoshan-staff-04" }, rating: { count: 0 } }],
    });
  });
});

describe("satisfaction with somebody's service (R170)", () => {
  it("is told for the days asked for", async () => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on StaffMember {
      during: ratingIn(from: "2026-03-02", to: "2026-03-02") { count goodRate } later: ratingIn(from: "2026-03-03", to: "2026-03-31") { count goodRate } } } }`;

    const { data } = await evaluation.ask(anonymous, query, {
      r: references("StaffMember", ["taoshan-staff-04"]),
    });

    expect(data).toEqual({ _entities: [{ during: { count: 100, goodRate: 0 }, later: { count: 0, goodRate: null } }] });
  });
});

describe("the database", () => {
  it("is what schema.prisma declares", async () => {
    await using database = await createTestDatabase("evaluation");
    const db = connect(database.url);
    await db.$executeRawUnsafe("drop schema public cascade");
    await db.$executeRawUnsafe("create schema public");
    await db.$disconnect();

    expect(await missingMigration(database.url, subgraphPrisma("evaluation"))).toBeNull();
  });
});
