import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answered, type TestCases, underReview } from "./testing/aStoredCase.js";
import { applicant, approver, head, officer, stranger } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
beforeAll(async () => {
  cases = await startTestCases();
});
afterAll(() => cases[Symbol.asyncDispose]());

const given = {
  ground: "FRAUD_OR_BRIBERY",
  reason: "提交虚假住所证明,行政许可法第六十九条第二款",
  documentNo: "桃民撤〔2026〕1号",
  noticedAt: "2026-03-02T01:30:00.000Z",
  heard: "STATEMENT",
};
const FIELDS =
  "id status nationalStatus closedAt revocation { ground reason documentNo noticedAt heard at by { officer { id } } }";
const revoke = (caller: typeof head, caseId: string, change: object = {}) =>
  cases.act<object>(caller, "revokeCase", { caseId, ...given, ...change }, FIELDS);
const code = async (answer: Promise<{ errors?: readonly { extensions: Record<string, unknown> }[] }>) =>
  (await answer).errors?.[0]?.extensions.code;

async function delivered(granted = true) {
  const { id } = (await underReview(cases)).case;
  answered(await cases.act(approver, "decideCase", { caseId: id, granted, reason: "示例" }));
  answered(await cases.act(approver, "makeResult", { caseId: id, documentNo: "示例-1" }));
  answered(await cases.act(approver, "issueResult", { caseId: id }));
  answered(await cases.act(officer, "deliverResult", { caseId: id }));
  return id;
}

describe("revoking a delivered grant (I-K13)", () => {
  it("is the head's, told to the holder before, and stands in the log as the last thing that happens", async () => {
    const id = await delivered();

    const revoked = answered(await revoke(head, id));

    expect(revoked).toMatchObject({
      status: "REVOKED",
      nationalStatus: 15,
      revocation: { ...given, by: { officer: { id: "head" } } },
    });
    const log = await cases.ask<{ case: { log: { type: string; statusBefore: string }[] } }>(
      applicant,
      `{ case(id: "${id}") { revocation { ground } log { type statusBefore } } }`,
    );
    expect(answered(log).case.log.at(-1)).toEqual({ type: "CaseRevoked", statusBefore: "DELIVERED" });
    expect(await code(revoke(head, id))).toBe("CASE_TRANSITION_NOT_ALLOWED");
  });

  it("is refused to everybody else, of another department or with nobody told", async () => {
    const id = await delivered();

    expect(await code(revoke(approver, id))).toBe("REVOCATION_NOT_YOURS");
    expect(await code(revoke({ ...head, claims: { ...head.claims, departmentId: "taoshan-water" } }, id))).toBe(
      "NOT_YOUR_CASE",
    );
    for (const caller of [officer, stranger]) expect(await code(revoke(caller, id))).toBe("NOT_YOUR_CASE");
    expect(await code(revoke(applicant, id))).toBe("STAFF_ONLY");
    expect(await code(revoke(head, id, { noticedAt: "2026-03-03T01:30:00.000Z" }))).toBe("HOLDER_NOT_NOTICED");
    expect(await code(revoke(head, await delivered(false)))).toBe("NOTHING_TO_REVOKE");
  });
});
