import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answered, opened, type TestCases } from "./testing/aStoredCase.js";
import { officer, supervisor } from "./testing/facts.js";
import { codeOf, startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
beforeAll(async () => {
  cases = await startTestCases();
});
afterAll(() => cases[Symbol.asyncDispose]());

const bar = (subject: string, caller = supervisor, regionId = "taoshan") =>
  cases.act<{ id: string }>(caller, "barCredit", { regionId, subject, reason: "示例失信记录" }, "id");
const accept = async (idNumber: string, presentRequirementIds: string[]) => {
  const applicant = { applicantId: `applicant-${idNumber}`, kind: "PERSON", name: "示例申请人", idNumber };
  const { case: found } = await opened(cases, { applicant, presentRequirementIds });
  return cases.act(officer, "acceptCase", { caseId: found.id, committed: true });
};

describe("an applicant whose credit is not repaired (I-K1)", () => {
  it("may not bring a material later, whichever name the bar knows them by, until it is lifted", async () => {
    const { id } = answered(await bar("999999190001010011"));
    answered(await bar("applicant-other"));

    expect(codeOf(await accept("999999190001010011", ["m1", "m2"]))).toBe("CREDIT_BARRED");
    expect(codeOf(await accept("other", ["m1", "m2"]))).toBe("CREDIT_BARRED");
    expect(codeOf(await accept("999999190001010011", ["m1", "m2", "m3"]))).toBe("done");
    expect(codeOf(await accept("999999190001010022", ["m1", "m2"]))).toBe("done");

    answered(await cases.act(supervisor, "liftCreditBar", { creditBarId: id }, "id"));
    expect(codeOf(await accept("999999190001010011", ["m1", "m2"]))).toBe("done");
    expect(codeOf(await cases.act(supervisor, "liftCreditBar", { creditBarId: id }, "id"))).toBe("CREDIT_BAR_NOT_OPEN");
  });

  it("is barred once, by who oversees the region", async () => {
    const twice = await Promise.all([bar("subject"), bar("subject")]);

    expect(new Set(twice.map((one) => answered(one).id)).size).toBe(1);
    expect(codeOf(await bar("subject", officer))).toBe("NOT_YOURS_TO_BAR");
    expect(codeOf(await bar("subject", supervisor, "siyang"))).toBe("NOT_YOURS_TO_BAR");
    expect(codeOf(await cases.ask(officer, `{ creditBars(regionId: "taoshan") { subject } }`))).toBe(
      "NOT_YOURS_TO_BAR",
    );
  });
});
