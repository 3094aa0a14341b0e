import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BadReview, type BadReviewEvent, evolveBadReview } from "./domain/badReview.js";
import { escalateOverdue } from "./escalateOverdue.js";
import { getBadReview } from "./store/badReviewStore.js";
import { connect, type Db } from "./store/db.js";
import { findHistories } from "./store/evaluationLog.js";
import { applicant, director, officer, stranger, supervisor, supervisorAt } from "./testing/people.js";
import { codeOf, startTestEvaluation, type TestEvaluation } from "./testing/startTestEvaluation.js";

let evaluation: TestEvaluation;
let db: Db;
beforeAll(async () => {
  evaluation = await startTestEvaluation();
  db = connect(evaluation.databaseUrl);
});
afterAll(async () => {
  await db.$disconnect();
  await evaluation[Symbol.asyncDispose]();
});

/** An applicant rates a visit; the staff of the outlet find the bad review there. */
async function aBadReview(given: object = {}): Promise<string> {
  const rating = { visitId: randomUUID(), grade: "DISSATISFIED", channel: "DEVICE", ...given };
  const { data } = await evaluation.act<{ id: string }>(applicant, "rateVisit", rating);
  const answer = await evaluation.ask<{ evaluation: { badReview: { id: string } } }>(
    officer,
    `query ($id: ID!) { evaluation(id: $id) { badReview { id } } }`,
    { id: data.id },
  );
  return answer.data.evaluation.badReview.id;
}

const steps = [
  [officer, "recordReturnVisit", { account: "电话回访,反映等候两小时" }],
  [officer, "rectify", { measures: "增开一个窗口" }],
  [director, "verifyRectification", { accepted: false, remark: "下午仍需排队" }],
  [officer, "rectify", { measures: "上下午各增开一个窗口" }],
  [director, "verifyRectification", { accepted: true }],
  [officer, "feedBack", { feedback: "已增开窗口,谢谢您的监督" }],
] as const;

describe("a bad review (R188)", () => {
  it("opens with the evaluation, due in five working days, and runs until its author is told", async () => {
    const badReviewId = await aBadReview();
    for (const [caller, mutation, input] of steps) {
      expect([mutation, codeOf(await evaluation.act(caller, mutation, { badReviewId, ...input }))]).toEqual([
        mutation,
        null,
      ]);
    }

    const { data, errors } = await evaluation.ask<{ badReview: object }>(officer, WHOLE, { id: badReviewId });

    expect(errors).toBeUndefined();
    expect(data.badReview).toEqual({
      status: "FED_BACK",
      openedOn: "2026-03-02",
      dueOn: "2026-03-09",
      overdue: false,
      version: 7,
      officer: { id: "taoshan-staff-04" },
      evaluation: { grade: "DISSATISFIED", answer: "已增开窗口,谢谢您的监督" },
      steps: [
        { type: "BadReviewOpened", by: null, text: null },
        { type: "ReturnVisitRecorded", by: { id: "taoshan-staff-03" }, text: "电话回访,反映等候两小时" },
        { type: "Rectified", by: { id: "taoshan-staff-03" }, text: "增开一个窗口" },
        { type: "RectificationVerified", by: { id: "taoshan-staff-09" }, text: "下午仍需排队" },
        { type: "Rectified", by: { id: "taoshan-staff-03" }, text: "上下午各增开一个窗口" },
        { type: "RectificationVerified", by: { id: "taoshan-staff-09" }, text: null },
        { type: "FedBack", by: { id: "taoshan-staff-03" }, text: "已增开窗口,谢谢您的监督" },
      ],
    });
  });

  it("is the fold of its events (I-K14)", async () => {
    const badReviewId = await aBadReview();
    for (const [caller, mutation, input] of steps) await evaluation.act(caller, mutation, { badReviewId, ...input });

    const events = (await findHistories(db, [badReviewId])).map(({ data }) => data as BadReviewEvent);

    const folded = events.reduce<BadReview | null>((state, event) => evolveBadReview(state, event), null);
    expect(folded).toEqual(await getBadReview(db, badReviewId));
  });

  it("no longer counts when an appeal finds it mistaken", async () => {
    const outletId = `outlet ${randomUUID()}`;
    const local = supervisorAt(outletId);
    const visitId = randomUUID();
    evaluation.world.visits.set(visitId, { outletId });
    const { data } = await evaluation.act<{ id: string }>(applicant, "rateVisit", {
      visitId,
      grade: "VERY_DISSATISFIED",
      channel: "SMS",
    });
    const [found] = await db.badReview.findMany({ where: { evaluationId: data.id } });
    const badReviewId = found?.id;
    await evaluation.act(local, "recordReturnVisit", { badReviewId, account: "本人称误点" });
    await evaluation.act(local, "appealBadReview", { badReviewId, ground: "误评" });
    const own = await evaluation.act(local, "reviewAppeal", { badReviewId, verdict: "MISTAKEN", reason: "误评" });
    const coordinator = {
      ...local,
      claims: { ...local.claims, staffId: "taoshan-staff-43", role: "COORDINATOR" },
    };
    await evaluation.act(coordinator, "reviewAppeal", { badReviewId, verdict: "MISTAKEN", reason: "回访属实" });

    const answer = await evaluation.ask(applicant, RATING, {
      representations: [{ __typename: "Outlet", id: outletId }],
    });

    expect(codeOf(own)).toBe("NOT_BY_THE_SAME_PERSON");
    expect(answer.data).toEqual({ _entities: [{ rating: { count: 0, badCount: 0 } }] });
  });
});

describe("whoever works on a bad review", () => {
  it("is of its outlet or watches over all; to others it is not there", async () => {
    const badReviewId = await aBadReview();
    const query = `query ($id: ID!) { badReview(id: $id) { id } }`;

    const seen = await Promise.all(
      [officer, director, supervisor, stranger, applicant].map((caller) =>
        evaluation.ask(caller, query, { id: badReviewId }),
      ),
    );
    const list = await evaluation.ask(stranger, `{ badReviews(outletId: "taoshan-hall") { nodes { id } } }`);
    const step = await evaluation.act(stranger, "explain", { badReviewId, reason: "不属实" });

    const there = { badReview: { id: badReviewId } };
    expect(seen.map(({ data }) => data)).toEqual([there, there, there, { badReview: null }, { badReview: null }]);
    expect(codeOf(list)).toBe("NOT_YOUR_WORK");
    expect(codeOf(step)).toBe("NOT_YOUR_WORK");
  });

  it("loses visibly to whoever was quicker, and is told what it is now (I-K16)", async () => {
    const badReviewId = await aBadReview({ tags: ["ATTITUDE"] });
    const visit = (caller: typeof officer, account: string) =>
      evaluation.act(caller, "recordReturnVisit", { badReviewId, version: 1, account });

    const answers = await Promise.all([visit(officer, "甲"), visit(director, "乙")]);

    const refused = answers.find(({ errors }) => errors);
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(refused?.errors?.[0]?.extensions).toMatchObject({
      code: "CHANGED_MEANWHILE",
      id: badReviewId,
      current: { version: 2, status: "RETURN_VISITED" },
    });
  });
});

describe("an overdue bad review (I-E4)", () => {
  it("escalates exactly once, also when several processes look at once", async () => {
    const badReviewId = await aBadReview();
    const later = () => new Date("2026-03-10T00:30:00.000Z");

    await Promise.all([escalateOverdue(db, later), escalateOverdue(db, later), escalateOverdue(db, later)]);

    const types = (await findHistories(db, [badReviewId])).map(({ type }) => type);
    expect(types).toEqual(["BadReviewOpened", "BadReviewEscalated"]);
    expect(await escalateOverdue(db, later)).toBe(0);
  });
});

const WHOLE = `query ($id: ID!) {
  badReview(id: $id) {
    status openedOn dueOn overdue version
    officer { id }
    evaluation { grade answer }
    steps { type by { id } text }
  }
}`;

const RATING = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Outlet { rating { count badCount } } }
}`;
