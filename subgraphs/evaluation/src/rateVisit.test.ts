import { randomUUID } from "node:crypto";
import { anonymous } from "@yimen/kernel/caller";
import { stableJson } from "@yimen/kernel/idempotency";
import { SiblingUnavailable } from "@yimen/kernel/siblingClient";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "./store/db.js";
import { applicant, director, officer, otherApplicant } from "./testing/people.js";
import { codeOf, startTestEvaluation, type TestEvaluation, theRight } from "./testing/startTestEvaluation.js";

let evaluation: TestEvaluation;
beforeAll(async () => {
  evaluation = await startTestEvaluation();
});
afterAll(() => evaluation[Symbol.asyncDispose]());

const aRating = (given: object = {}) => ({
  visitId: randomUUID(),
  grade: "DISSATISFIED",
  channel: "QR",
  tags: ["WAITING"],
  comment: "等了两个小时",
  ...given,
});

interface Given {
  readonly id: string;
}

describe("rating a visit", () => {
  it("is done by the applicant who made it, or with the visit's token (R179)", async () => {
    const visitId = randomUUID();

    const signedIn = await evaluation.act(applicant, "rateVisit", aRating(), "grade gradeCode realName");
    const withToken = await evaluation.act(
      anonymous,
      "rateVisit",
      aRating({ visitId, token: theRight(visitId).token }),
    );

    expect(signedIn).toEqual({ data: { grade: "DISSATISFIED", gradeCode: 4, realName: true } });
    expect(codeOf(withToken)).toBeNull();
  });

  it("names who served, and for whom", async () => {
    const { data } = await evaluation.act(applicant, "rateVisit", aRating(), "officer { id } actingFor { id }");

    expect(data).toEqual({ officer: { id: "taoshan-staff-04" }, actingFor: { id: "taoshan-staff-03" } });
  });

  it("is refused to staff, whatever token they hold (R179)", async () => {
    const visitId = randomUUID();

    const answer = await evaluation.act(officer, "rateVisit", aRating({ visitId, token: theRight(visitId).token }));

    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: "STAFF_MAY_NOT_EVALUATE",
      rule: { id: "R179", sentence: "由群众对窗口服务直接进行评价" },
    });
  });

  it("is refused to anybody else and before the visit has ended", async () => {
    const going = randomUUID();
    evaluation.world.visits.set(going, { ended: false });

    expect(codeOf(await evaluation.act(otherApplicant, "rateVisit", aRating()))).toBe("NOT_YOUR_VISIT");
    expect(codeOf(await evaluation.act(anonymous, "rateVisit", aRating({ token: "guessed" })))).toBe("NOT_YOUR_VISIT");
    expect(codeOf(await evaluation.act(applicant, "rateVisit", aRating({ visitId: going })))).toBe("VISIT_NOT_ENDED");
  });

  it("is refused for a visit that nobody made as it is with a wrong token", async () => {
    const [made, missing] = [randomUUID(), randomUUID()];
    evaluation.world.visits.set(missing, null);
    const ask = async (visitId: string) => {
      const answer = await evaluation.act(anonymous, "rateVisit", aRating({ visitId, token: "guessed" }));
      return JSON.stringify(answer).replaceAll(visitId, "the visit");
    };

    expect(await ask(missing)).toBe(await ask(made));
    expect(await ask(made)).toContain("NOT_YOUR_VISIT");
  });

  it("says so when the cases subgraph does not answer, and changes nothing", async () => {
    const rating = aRating();
    evaluation.world.casesDown = new SiblingUnavailable("cases", new Error("down"));

    const refused = await evaluation.act(applicant, "rateVisit", rating);
    evaluation.world.casesDown = null;

    expect(codeOf(refused)).toBe("CASES_UNAVAILABLE");
    expect(codeOf(await evaluation.act(applicant, "rateVisit", rating))).toBeNull();
  });
});

describe("one visit, one evaluation (I-E1)", () => {
  it("refuses the second, whoever and however", async () => {
    const rating = aRating();
    await evaluation.act(applicant, "rateVisit", rating);

    const second = await evaluation.act(anonymous, "rateVisit", {
      ...rating,
      token: theRight(rating.visitId).token,
      anonymous: true,
    });

    expect(codeOf(second)).toBe("EVALUATION_ALREADY_GIVEN");
    expect(second.errors?.[0]?.extensions).not.toHaveProperty("applicantId");
  });

  it("takes one of twenty that arrive at once", async () => {
    const rating = aRating();

    const answers = await Promise.all(Array.from({ length: 20 }, () => evaluation.act(applicant, "rateVisit", rating)));

    const codes = answers.map(codeOf);
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(codes.filter((code) => code === "EVALUATION_ALREADY_GIVEN")).toHaveLength(19);
  });

  it("has one effect and one answer for one client key, however often it is sent (I-K15)", async () => {
    const rating = aRating({ clientMutationId: randomUUID() });

    const answers = await Promise.all(
      Array.from({ length: 5 }, () => evaluation.act<Given>(applicant, "rateVisit", rating)),
    );
    evaluation.world.casesDown = new SiblingUnavailable("cases", new Error("down"));
    const retried = await evaluation.act<Given>(applicant, "rateVisit", rating);
    evaluation.world.casesDown = null;

    expect(answers.map(codeOf)).toEqual([null, null, null, null, null]);
    expect(new Set([...answers, retried].map(({ data }) => data.id)).size).toBe(1);
  });
});

describe("an anonymous evaluation (I-E6)", () => {
  it("leaves no trace of who gave it in any table", async () => {
    const secretive = { ...applicant, subject: "secretive", claims: { applicantId: "secretive-applicant" } };
    const rating = aRating({ anonymous: true });
    evaluation.world.visits.set(rating.visitId, { applicantId: "secretive-applicant", caseIds: ["secretive-case"] });

    const given = await evaluation.act(secretive, "rateVisit", rating, "anonymous realName");

    expect(given.data).toEqual({ anonymous: true, realName: false });
    const stored = await everythingStored(evaluation.databaseUrl);
    expect(stored).toContain(rating.visitId);
    expect(stored).not.toContain("secretive");
  });

  it("hangs on no visit and no case, not even for staff", async () => {
    const rating = aRating({ anonymous: true });
    const { data } = await evaluation.act<Given>(applicant, "rateVisit", rating);
    const representations = [
      { __typename: "Visit", id: rating.visitId },
      { __typename: "Case", id: `case of ${rating.visitId}` },
      { __typename: "Evaluation", id: data.id },
    ];

    const answer = await evaluation.ask(director, ENTITIES, { representations });

    expect(answer.data).toEqual({
      _entities: [{ evaluation: null }, { evaluations: [] }, { anonymous: true, visit: null, cases: [] }],
    });
  });

  it("is no different from a named one but that this leads to its visit, for staff", async () => {
    const rating = aRating();
    const { data } = await evaluation.act<Given>(applicant, "rateVisit", rating);
    const query = `query ($id: ID!) { evaluation(id: $id) { visit { id } cases { id } comment } }`;

    const forStaff = await evaluation.ask(officer, query, { id: data.id });
    const forAll = await evaluation.ask(anonymous, query, { id: data.id });

    expect(forStaff.data).toEqual({
      evaluation: {
        visit: { id: rating.visitId },
        cases: [{ id: `case of ${rating.visitId}` }],
        comment: "等了两个小时",
      },
    });
    expect(forAll.data).toEqual({ evaluation: { visit: null, cases: [], comment: null } });
  });
});

describe("a comment (R183)", () => {
  it("is public once the outlet has looked at it, and not before", async () => {
    const given = await evaluation.act<Given>(applicant, "rateVisit", aRating());
    const query = `query ($id: ID!) { evaluation(id: $id) { comment } }`;
    const read = async () => (await evaluation.ask(anonymous, query, { id: given.data.id })).data;

    const before = await read();
    const byOfficer = await evaluation.act(officer, "moderateComment", { evaluationId: given.data.id, publish: true });
    await evaluation.act(director, "moderateComment", { evaluationId: given.data.id, publish: true });

    expect(before).toEqual({ evaluation: { comment: null } });
    expect(codeOf(byOfficer)).toBe("NOT_YOUR_WORK");
    expect(await read()).toEqual({ evaluation: { comment: "等了两个小时" } });
  });
});

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on Visit { evaluation { id } }
    ... on Case { evaluations { id } }
    ... on Evaluation { anonymous visit { id } cases { id } }
  }
}`;

async function everythingStored(url: string): Promise<string> {
  const db = connect(url);
  const tables = await db.$queryRaw<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`;
  let all = "";
  for (const { name } of tables) {
    all += stableJson(await db.$queryRawUnsafe(`select row_to_json(t)::text as row from ${name} t`));
  }
  await db.$disconnect();
  return all;
}
