import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answered, application, opened, type TestCases, underReview } from "./testing/aStoredCase.js";
import { approver, head, officer, socialOrganisation, stranger } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
beforeEach(async () => {
  cases = await startTestCases();
});
afterEach(() => cases[Symbol.asyncDispose]());

const refused = async (
  answer: Promise<{ errors?: readonly { message: string; extensions: Record<string, unknown> }[] }>,
) => {
  const { message = "", extensions } = (await answer).errors?.[0] ?? {};
  return {
    message,
    code: extensions?.code,
    rule: (extensions?.rule as { id: string; sentence: string } | undefined)?.id,
  };
};
const openAs = (caller = officer) => cases.act<object>(caller, "openCase", application, "case { id }");

describe("taking an application in is refused", () => {
  it("to the department that entrusted it (R057)", async () => {
    cases.world.duties.set("approver", { homeDepartmentId: "taoshan-civil-affairs", outletId: "taoshan-hall" });

    const refusal = await refused(openAs({ ...approver, claims: { ...approver.claims, outletId: "taoshan-hall" } }));

    expect(refusal).toMatchObject({ code: "ACCEPTANCE_IS_EXCLUSIVE", rule: "R057" });
    expect(refusal.message).toBe(
      "该事项已委托综合窗口统一受理,部门不再另行受理;请由综合窗口收件。 This matter is entrusted to the comprehensive window, which alone accepts it; hand it in there.",
    );
  });

  it("to an officer without the department's certificate (R147)", async () => {
    cases.world.duties.set("officer", { certificates: [] });

    expect(await refused(openAs())).toMatchObject({ code: "NOT_CERTIFIED", rule: "R147" });
  });

  it("to somebody of another outlet (R045)", async () => {
    expect(await refused(openAs(stranger))).toMatchObject({ code: "NOT_YOUR_OUTLET", rule: "R045" });
  });

  it("and is checked again at acceptance", async () => {
    const { case: found } = await opened(cases);
    cases.world.duties.set("officer", { certificates: [] });

    expect(await refused(cases.act(officer, "acceptCase", { caseId: found.id }))).toMatchObject({
      code: "NOT_CERTIFIED",
    });
  });
});

describe("acceptance", () => {
  it("is refused with a required material missing, naming it (R087, R060)", async () => {
    const { case: found } = await opened(cases, { presentRequirementIds: ["m1", "m2"] });

    const { errors } = await cases.act(officer, "acceptCase", { caseId: found.id });

    expect(errors?.[0]?.extensions).toMatchObject({
      code: "MATERIALS_MISSING",
      rule: { id: "R060" },
      missing: [{ requirementId: "m3", name: "住所证明" }],
    });
  });
});

describe("the department's work", () => {
  it("is refused to an approver who is not on duty, and recorded with the one acted for (R150, R151)", async () => {
    const { case: found } = await opened(cases);
    answered(await cases.act(officer, "acceptCase", { caseId: found.id }));
    cases.world.approverPresent = false;
    expect(await refused(cases.act(approver, "pickUpCase", { caseId: found.id }))).toMatchObject({
      code: "NOT_ON_DUTY",
      rule: "R151",
    });

    cases.world.approverPresent = true;
    cases.world.approverActingFor = "approver-a";
    const picked = await cases.act(
      approver,
      "pickUpCase",
      { caseId: found.id },
      "pickedUp { by { officer { id } actingFor { id } } }",
    );
    expect(picked.data).toEqual({ pickedUp: { by: { officer: { id: "approver" }, actingFor: { id: "approver-a" } } } });
  });

  it("is not decided by who accepted, nor delivered before it is handed back (R085, R081)", async () => {
    const { case: found } = await underReview(cases);
    const both = { ...approver, claims: { ...approver.claims, staffId: "officer" } };

    expect(await refused(cases.act(both, "decideCase", { caseId: found.id, granted: true }))).toMatchObject({
      code: "ACCEPTOR_MAY_NOT_DECIDE",
      rule: "R085",
    });
    expect(await refused(cases.act(officer, "deliverResult", { caseId: found.id }))).toMatchObject({
      code: "CASE_TRANSITION_NOT_ALLOWED",
      rule: "R081",
    });
    expect(await refused(cases.act(officer, "decideCase", { caseId: found.id, granted: true }))).toMatchObject({
      code: "NOT_YOUR_CASE",
    });
  });

  it("reports an important matter up, and only the head of the department decides it (R128)", async () => {
    cases.world.matter = { ...socialOrganisation, guide: { ...socialOrganisation.guide, important: true } };
    const { case: found } = await underReview(cases);
    const decide = (caller = head) => cases.act(caller, "decideCase", { caseId: found.id, granted: true });
    const opinion = "材料齐全,建议准予";
    expect(await refused(decide())).toMatchObject({ code: "REPORT_MISSING", rule: "R128" });
    expect(await refused(cases.act(officer, "reportUp", { caseId: found.id, opinion }))).toMatchObject({
      code: "NOT_YOUR_CASE",
    });

    const reported = await cases.act(
      approver,
      "reportUp",
      { caseId: found.id, opinion },
      "status report { opinion by { officer { id } } }",
    );

    expect(answered(reported)).toEqual({
      status: "UNDER_REVIEW",
      report: { opinion, by: { officer: { id: "approver" } } },
    });
    expect(await refused(decide(approver))).toMatchObject({ code: "IMPORTANT_MATTER_GOES_UP", rule: "R128" });
    expect(await refused(decide(officer))).toMatchObject({ code: "NOT_YOUR_CASE" });
    expect(answered(await decide())).toMatchObject({ status: "GRANTED" });
  });

  it("is done by one officer in the single-step mode (R086)", async () => {
    cases.world.matter = { ...socialOrganisation, guide: { ...socialOrganisation.guide, decisionMode: "SINGLE_STEP" } };
    const alone = { ...approver, claims: { ...approver.claims, staffId: "officer", outletId: "taoshan-hall" } };
    const { case: found } = await opened(cases);
    answered(await cases.act(alone, "acceptCase", { caseId: found.id }));
    answered(await cases.act(alone, "pickUpCase", { caseId: found.id }));

    expect(await refused(cases.act(approver, "decideCase", { caseId: found.id, granted: true }))).toMatchObject({
      code: "ONLY_ACCEPTOR_MAY_DECIDE",
      rule: "R086",
    });
    expect(answered(await cases.act(alone, "decideCase", { caseId: found.id, granted: true }))).toMatchObject({
      status: "GRANTED",
    });
  });
});
