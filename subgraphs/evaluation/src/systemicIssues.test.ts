import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicant, director, officer, supervisorAt } from "./testing/people.js";
import { codeOf, startTestEvaluation, type TestEvaluation } from "./testing/startTestEvaluation.js";

let evaluation: TestEvaluation;
beforeAll(async () => {
  evaluation = await startTestEvaluation();
});
afterAll(() => evaluation[Symbol.asyncDispose]());

/** Rates a new visit to an outlet badly. */
function complainOf(outletId: string, tags: readonly string[]) {
  const visitId = randomUUID();
  evaluation.world.visits.set(visitId, { outletId });
  return evaluation.act(applicant, "rateVisit", { visitId, grade: "VERY_DISSATISFIED", channel: "APP", tags });
}

interface Issue {
  readonly id: string;
  readonly category: string;
  readonly version: number;
  readonly badReviews: readonly object[];
}

async function issuesOf(outletId: string): Promise<readonly Issue[]> {
  const query = `query ($outletId: ID!) { systemicIssues(outletId: $outletId) { id category version badReviews { id } } }`;
  return (await evaluation.ask<{ systemicIssues: Issue[] }>(supervisorAt(outletId), query, { outletId })).data
    .systemicIssues;
}

describe("bad reviews of one category (R189, I-E7)", () => {
  it("make exactly one issue of all of them, also when they arrive at once", async () => {
    const outletId = `outlet ${randomUUID()}`;

    await Promise.all(Array.from({ length: 6 }, () => complainOf(outletId, ["WAITING", "ABSENCE"])));

    const issues = await issuesOf(outletId);
    expect(issues.map(({ category, badReviews }) => [category, badReviews.length]).toSorted()).toEqual([
      ["ABSENCE", 6],
      ["WAITING", 6],
    ]);
  });

  it("make none while there are fewer, or of different outlets, or of no category", async () => {
    const one = `outlet ${randomUUID()}`;
    const other = `outlet ${randomUUID()}`;

    for (const outletId of [one, one, other]) await complainOf(outletId, ["SKILL"]);
    for (let times = 0; times < 3; times++) await complainOf(one, []);

    expect([await issuesOf(one), await issuesOf(other)]).toEqual([[], []]);
  });

  it("do not count any more once the window has passed", async () => {
    const outletId = `outlet ${randomUUID()}`;
    const { now } = evaluation.world;
    for (let times = 0; times < 2; times++) await complainOf(outletId, ["FEES"]);

    evaluation.world.now = new Date(now.getTime() + 30 * 86_400_000);
    await complainOf(outletId, ["FEES"]);
    evaluation.world.now = now;

    expect(await issuesOf(outletId)).toEqual([]);
  });

  it("make a new issue when the problem comes back after it was resolved", async () => {
    const outletId = "taoshan-hall";
    for (let times = 0; times < 3; times++) await complainOf(outletId, ["FACILITIES"]);
    const [issue] = await issuesOf(outletId);
    const resolution = { systemicIssueId: issue?.id, measure: "更换叫号设备" };

    const byOfficer = await evaluation.act(officer, "resolveSystemicIssue", resolution);
    const resolved = await evaluation.act(director, "resolveSystemicIssue", resolution, "measure resolvedOn");
    const again = await evaluation.act(director, "resolveSystemicIssue", resolution);
    for (let times = 0; times < 3; times++) await complainOf(outletId, ["FACILITIES"]);

    expect(codeOf(byOfficer)).toBe("NOT_YOUR_WORK");
    expect(resolved.data).toEqual({ measure: "更换叫号设备", resolvedOn: "2026-03-02" });
    expect(codeOf(again)).toBe("SYSTEMIC_ISSUE_ALREADY_RESOLVED");
    expect((await issuesOf(outletId)).map(({ badReviews }) => badReviews.length)).toEqual([3, 3]);
  });
});
