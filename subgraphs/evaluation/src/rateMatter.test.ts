import { randomUUID } from "node:crypto";
import { anonymous } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicant, director, officer, otherApplicant } from "./testing/people.js";
import { codeOf, startTestEvaluation, type TestEvaluation } from "./testing/startTestEvaluation.js";

let evaluation: TestEvaluation;
beforeAll(async () => {
  evaluation = await startTestEvaluation();
});
afterAll(() => evaluation[Symbol.asyncDispose]());

const aRating = (given: object = {}) => ({
  caseNo: `办-${randomUUID()}`,
  grade: "VERY_DISSATISFIED",
  channel: "APP",
  tags: ["ONLINE_SYSTEM"],
  ...given,
});
const rate = <T>(caller: typeof anonymous, input: object, fields?: string) =>
  evaluation.act<T>(caller, "rateMatter", input, fields);

describe("rating a matter that was handled online (一事一评, R178)", () => {
  it("is done by its applicant, or with the secret of the receipt", async () => {
    const caseNo = `办-${randomUUID()}`;

    const signedIn = await rate(applicant, aRating(), "scope realName officer { id } visit { id }");
    const withSecret = await rate(anonymous, aRating({ caseNo, secret: `secret of ${caseNo}` }));

    expect(signedIn.data).toEqual({
      scope: "MATTER",
      realName: true,
      officer: { id: "taoshan-staff-19" },
      visit: null,
    });
    expect(codeOf(withSecret)).toBeNull();
  });

  it("opens the follow-up of a bad one at the same instant (I-E3)", async () => {
    const { data } = await rate<{ id: string }>(applicant, aRating());

    const query = `query ($id: ID!) { evaluation(id: $id) { badReview { status dueOn } cases { id } } }`;
    const read = await evaluation.ask<{ evaluation: object }>(director, query, { id: data.id });

    expect(read.data.evaluation).toMatchObject({ badReview: { status: "OPENED", dueOn: "2026-03-09" } });
  });

  it("is refused to staff, even with the secret (I-E2, R179)", async () => {
    const caseNo = `办-${randomUUID()}`;

    const byOfficer = await rate(officer, aRating({ caseNo, secret: `secret of ${caseNo}` }));

    expect(codeOf(byOfficer)).toBe("STAFF_MAY_NOT_EVALUATE");
  });

  it("refuses a wrong secret, another applicant and no such case alike (I-E2, R211)", async () => {
    const missing = `办-${randomUUID()}`;
    evaluation.world.matters.set(missing, null);

    const refused = await Promise.all([
      rate(anonymous, aRating({ secret: "guessed" })),
      rate(otherApplicant, aRating()),
      rate(applicant, aRating({ caseNo: missing })),
    ]);

    const told = refused.map(({ errors }) => errors?.[0]?.message);
    expect(refused.map(codeOf)).toEqual(Array(3).fill("NOT_YOUR_MATTER"));
    expect(new Set(told).size).toBe(1);
  });

  it("waits until the case is finished, and leaves what was handled at a window to the visit", async () => {
    const running = `办-${randomUUID()}`;
    const atWindow = `办-${randomUUID()}`;
    evaluation.world.matters.set(running, { ended: false }).set(atWindow, { online: false });

    expect(codeOf(await rate(applicant, aRating({ caseNo: running })))).toBe("MATTER_NOT_FINISHED");
    expect(codeOf(await rate(applicant, aRating({ caseNo: atWindow })))).toBe("MATTER_NOT_ONLINE");
  });

  it("takes one of ten that arrive at once (I-E1)", async () => {
    const rating = aRating();

    const answers = await Promise.all(Array.from({ length: 10 }, () => rate(applicant, rating)));

    const codes = answers.map(codeOf);
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(codes.filter((code) => code === "EVALUATION_ALREADY_GIVEN")).toHaveLength(9);
  });

  it("leads to no case when it is anonymous, not even for staff (I-E6)", async () => {
    const { data } = await rate<{ id: string }>(applicant, aRating({ anonymous: true }));

    const query = `query ($id: ID!) { evaluation(id: $id) { realName cases { id } visit { id } } }`;
    const read = await evaluation.ask<{ evaluation: object }>(director, query, { id: data.id });

    expect(read.data.evaluation).toEqual({ realName: false, cases: [], visit: null });
  });
});
