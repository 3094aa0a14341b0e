import { randomUUID } from "node:crypto";
import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { type ExecutionResult, type GraphQLError, parse, subscribe } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contextFor, type Services } from "./context.js";
import { buildEvaluationSchema } from "./schema.js";
import { connect } from "./store/db.js";
import { openEvaluationLog } from "./store/evaluationLog.js";
import { applicant, officer, stranger } from "./testing/people.js";
import { startTestEvaluation, type TestEvaluation } from "./testing/startTestEvaluation.js";

let evaluation: TestEvaluation;
let services: Services;
beforeAll(async () => {
  evaluation = await startTestEvaluation();
  const db = connect(evaluation.databaseUrl);
  const log = await openEvaluationLog(db, { databaseUrl: evaluation.databaseUrl });
  const unused = {
    evaluationRight: async () => null,
    matterEvaluationRight: async () => null,
    endedVisits: async (cursor: string) => ({ cursor, visits: [] }),
    outletsOf: async () => [],
    selectableOfficers: async () => [],
    placesOf: async () => [],
    outletVolumes: async () => [],
  };
  services = { db, log, clock: () => evaluation.world.now, calendar: officialCalendar, cases: unused, staff: unused };
});
afterAll(async () => {
  await services.log.close();
  await services.db.$disconnect();
  await evaluation[Symbol.asyncDispose]();
});

interface Event {
  readonly cursor: string;
  readonly type: string;
  readonly badReview: { readonly status: string } | null;
}

const DOCUMENT = parse(`subscription ($after: String) {
  evaluationEvents(outletId: "taoshan-hall", after: $after) { cursor type badReview { status } }
}`);

const start = async (caller: typeof officer, after: string | null) =>
  subscribe({
    schema: await buildEvaluationSchema(),
    document: DOCUMENT,
    variableValues: { after },
    contextValue: await contextFor(services)(caller, true),
  });

async function take(count: number, after: string | null): Promise<Event[]> {
  const stream = (await start(officer, after)) as AsyncGenerator<ExecutionResult<{ evaluationEvents: Event }>>;
  const events: Event[] = [];
  for await (const { data } of stream) {
    if (data) events.push(data.evaluationEvents);
    if (events.length === count) break;
  }
  return events;
}

const rate = (outletId: string) => {
  const visitId = randomUUID();
  evaluation.world.visits.set(visitId, { outletId });
  return evaluation.act(applicant, "rateVisit", { visitId, grade: "DISSATISFIED", channel: "QR" });
};

describe("following the events of an outlet (I-G5)", () => {
  it("gets every one in order, of that outlet alone, and goes on from a cursor without loss or repetition", async () => {
    for (const outletId of ["taoshan-hall", "shanyang-centre", "taoshan-hall"]) await rate(outletId);

    const all = await take(4, "0");
    const rest = await take(2, all[1]?.cursor ?? null);

    expect(all.map(({ type }) => type)).toEqual([
      "EvaluationGiven",
      "BadReviewOpened",
      "EvaluationGiven",
      "BadReviewOpened",
    ]);
    expect(rest).toEqual(all.slice(2));
  });

  it("sees what a thing is now, also at the second event about it", async () => {
    await rate("taoshan-hall");
    const head = String(
      (await evaluation.ask<{ evaluationLogHead: string }>(officer, "{ evaluationLogHead }")).data.evaluationLogHead,
    );
    const [badReview] = await services.db.badReview.findMany({ where: { outletId: "taoshan-hall" }, take: 1 });
    const live = take(2, head);

    await evaluation.act(officer, "recordReturnVisit", { badReviewId: badReview?.id, account: "已回访" });
    await evaluation.act(officer, "rectify", { badReviewId: badReview?.id, measures: "增开窗口" });

    const events = await live;
    expect(events.map(({ type }) => type)).toEqual(["ReturnVisitRecorded", "Rectified"]);
    expect(events[1]?.badReview?.status).toBe("RECTIFIED");
  });

  it.each([
    ["somebody of another outlet", stranger, "0", "NotYourWork"],
    ["a cursor that is none", officer, "yesterday", "CursorNotValid"],
  ])("is refused to %s", async (_, caller, after, refusal) => {
    const { errors } = (await start(caller, after)) as { errors: readonly GraphQLError[] };

    expect(errors[0]?.originalError?.name).toBe(refusal);
  });
});
