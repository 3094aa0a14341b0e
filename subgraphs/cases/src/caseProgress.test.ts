import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answered, opened, type TestCases } from "./testing/aStoredCase.js";
import { partner } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
beforeAll(async () => {
  cases = await startTestCases();
});
afterAll(() => cases[Symbol.asyncDispose]());

describe("progress for whoever holds the receipt (R211)", () => {
  const ask = async (caseNo: string, key: string) =>
    answered(
      await cases.ask<{ caseProgress: object | null }>(
        partner,
        `query ($caseNo: String!, $secret: String!) { caseProgress(caseNo: $caseNo, secret: $secret) { caseNo status dueOn missingMaterials steps { status } } }`,
        { caseNo, secret: key },
      ),
    ).caseProgress;

  it("is told by number and secret, also of a confidential case, without personal data", async () => {
    const { case: found, receipt } = await opened(cases, {
      confidentiality: "PERSONAL_PRIVACY",
      presentRequirementIds: ["m1", "m2"],
    });

    const progress = await ask(` ${found.caseNo} `, receipt.secret.toLowerCase());

    expect(progress).toEqual({
      caseNo: found.caseNo,
      status: "COLLECTED",
      dueOn: null,
      missingMaterials: ["住所证明"],
      steps: [{ status: "COLLECTED" }],
    });
  });

  it("is null when the number or the secret is wrong", async () => {
    const [one, other] = [await opened(cases), await opened(cases)];

    expect(await ask(one.case.caseNo, other.receipt.secret)).toBeNull();
    expect(await ask("TAOSHAN-20260302-999999", one.receipt.secret)).toBeNull();
    expect(await ask(one.case.caseNo, "")).toBeNull();
    expect(await ask("", one.receipt.secret)).toBeNull();
  });
});
