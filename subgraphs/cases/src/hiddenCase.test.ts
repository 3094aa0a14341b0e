import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestCases, underReview } from "./testing/aStoredCase.js";
import { stranger } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
let shown: { id: string; caseNo: string };
let secret: { id: string; caseNo: string };
beforeAll(async () => {
  cases = await startTestCases();
  shown = (await underReview(cases)).case;
  secret = (await underReview(cases, { confidentiality: "TRADE_SECRET" })).case;
});
afterAll(() => cases[Symbol.asyncDispose]());

describe("a case that is hidden", () => {
  const absent = { id: "11111111-1111-4111-8111-111111111111", caseNo: "TAOSHAN-20000101-000001" };
  const questions: Record<string, readonly [string, (at: typeof absent) => object]> = {
    "by id": ["query ($id: ID!) { case(id: $id) { id status } }", ({ id }) => ({ id })],
    "by reference": [
      "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Case { caseNo status } } }",
      ({ caseNo }) => ({ r: [{ __typename: "Case", caseNo }] }),
    ],
    "by its progress": [
      `query ($no: String!) { caseProgress(caseNo: $no, secret: "ABCDEFGHJKMN") { status } }`,
      ({ caseNo }) => ({ no: caseNo }),
    ],
    "by an act": [
      `mutation ($id: ID!) { withdrawCase(input: { clientMutationId: "x", caseId: $id, reason: "示例" }) { id } }`,
      ({ id }) => ({ id }),
    ],
  };

  it.each(Object.entries(questions))(
    "is answered %s like one that nobody has: each byte, each statement (I-G1)",
    async (_, [query, variables]) => {
      const answer = async (at: typeof absent) => {
        cases.world.queries.length = 0;
        const said = JSON.stringify(await cases.ask(stranger, query, { ...variables(at) }));
        return { said: said.replaceAll(at.id, "the id"), statements: cases.world.queries.length };
      };
      /** Prisma tells of statements a little later: one that is late is counted with the next answer. */
      const usual = async (at: typeof absent) => {
        const answers = [];
        for (let n = 0; n < 5; n++) answers.push(await answer(at));
        return answers.sort((one, other) => one.statements - other.statements)[2];
      };
      await answer(absent); // what is prepared once is prepared

      expect(await usual(secret)).toEqual(await usual(absent));
    },
  );
});

describe("acting on a case that is hidden", () => {
  it("is refused as if there were none", async () => {
    const act = (caseId: string) => cases.act(stranger, "withdrawCase", { caseId, reason: "示例" });
    const [hidden, absent, seen] = await Promise.all([
      act(secret.id),
      act("11111111-1111-4111-8111-111111111111"),
      act(shown.id),
    ]);

    expect(hidden.errors?.[0]?.extensions.code).toBe("CASE_NOT_FOUND");
    expect(absent.errors?.[0]?.message).toBe(hidden.errors?.[0]?.message);
    expect(seen.errors?.[0]?.extensions.code).toBe("NOT_YOUR_CASE");
  });
});
