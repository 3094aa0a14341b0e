import type { Caller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answered, opened, type TestCases, underReview } from "./testing/aStoredCase.js";
import { applicant, approver, officer, stranger } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
beforeAll(async () => {
  cases = await startTestCases();
});
afterAll(() => cases[Symbol.asyncDispose]());

const of = (departmentId: string, role = "APPROVER"): Caller => ({
  ...approver,
  claims: { staffId: `${role} of ${departmentId}`, departmentId, role },
});
const specialist = of("taoshan-civil-affairs", "DEPARTMENT_SPECIALIST");
const above = of("qitaihe-civil-affairs");
const FIELDS =
  "id status version referrals { level reason department { id } by { officer { id } } answer { result by { officer { id } } } }";
const refer = (caller: Caller, caseId: string, change: object = {}) =>
  cases.act<object>(
    caller,
    "referCase",
    { caseId, departmentId: "qitaihe-civil-affairs", level: "CITY", reason: "须市民政局核准名称", ...change },
    FIELDS,
  );
const answer = (caller: Caller, caseId: string, result = "核准") =>
  cases.act<object>(caller, "answerReferral", { caseId, result }, FIELDS);
const grant = (caseId: string) => cases.act<object>(approver, "decideCase", { caseId, granted: true });
const code = async (given: Promise<{ errors?: readonly { extensions: Record<string, unknown> }[] }>) =>
  (await given).errors?.[0]?.extensions.code;
const sees = async (caller: Caller, id: string) => {
  const query = `{ case(id: "${id}") { referrals { level } } cases(first: 100) { nodes { id } } }`;
  const { case: found, cases: listed } = answered(
    await cases.ask<{ case: object | null; cases: { nodes: { id: string }[] } }>(caller, query),
  );
  return [found !== null, listed.nodes.some((one) => one.id === id)];
};

describe("a case referred to the counterpart above (R111)", () => {
  it("is sent up by the department's specialist, stays visible, and is decided once the answer is there", async () => {
    const { id } = (await underReview(cases, { confidentiality: "PERSONAL_PRIVACY" })).case;
    expect(await sees(above, id)).toEqual([false, false]);

    expect(answered(await refer(specialist, id))).toMatchObject({
      status: "UNDER_REVIEW",
      referrals: [{ level: "CITY", department: { id: "qitaihe-civil-affairs" }, answer: null }],
    });

    for (const caller of [officer, approver, applicant, above]) expect(await sees(caller, id)).toEqual([true, true]);
    expect(await sees(stranger, id)).toEqual([false, false]);
    expect(await code(grant(id))).toBe("REFERRAL_OPEN");
    expect(answered(await answer(above, id))).toMatchObject({
      referrals: [{ answer: { result: "核准", by: { officer: { id: "APPROVER of qitaihe-civil-affairs" } } } }],
    });
    expect(answered(await grant(id))).toMatchObject({ status: "GRANTED" });
  });

  it("is told to the counterpart once", async () => {
    const { id } = (await underReview(cases)).case;
    const { caseLogHead: after } = answered(await cases.ask<{ caseLogHead: string }>(above, "{ caseLogHead }"));
    await using alerts = await cases.subscribe(
      above,
      "subscription ($after: String) { caseAlerts(after: $after) { kind case { id } } }",
      { after },
    );

    answered(await refer(approver, id));

    expect(await alerts.next()).toEqual({ data: { caseAlerts: { kind: "CASE_REFERRED", case: { id } } } });
  });

  it("is with one counterpart at a time, another department, with a reason; a paper answer is recorded here", async () => {
    const { id } = (await underReview(cases)).case;
    expect(await code(answer(approver, id))).toBe("REFERRAL_NOT_POSSIBLE");
    expect(await code(refer(approver, id, { departmentId: "taoshan-civil-affairs" }))).toBe("REFERRAL_NOT_POSSIBLE");
    expect(await code(refer(approver, id, { reason: " " }))).toBe("REASON_REQUIRED");
    answered(await refer(approver, id));
    expect(await code(refer(approver, id))).toBe("REFERRAL_OPEN");
    for (const caller of [officer, of("taoshan-water"), of("taoshan-civil-affairs", "SUPERVISOR")])
      expect(await code(answer(caller, id))).toBe("NOT_YOUR_CASE");
    expect(await code(refer(applicant, id))).toBe("STAFF_ONLY");

    expect(answered(await answer(specialist, id, "书面答复:同意"))).toMatchObject({ status: "UNDER_REVIEW" });
  });
});

describe("a paper of another region (异地互认, R122)", () => {
  const paper = {
    ...{ requirementId: "m3", regionId: "shanyang", issuedBy: "山阳区住建局" },
    ...{ checkedWith: "省电子证照库", reference: "SY-2026-000123" },
  };
  const recognise = (caller: Caller, caseId: string, change: object = {}) =>
    cases.act<object>(
      caller,
      "recogniseMaterial",
      { caseId, ...paper, ...change },
      "id materials { requirementId state recognition { regionId issuedBy checkedWith by { officer { id } } } } log { type }",
    );

  it("is taken by reference, with who checked it and how, and the case is accepted on it", async () => {
    const { id } = (await opened(cases, { presentRequirementIds: ["m1", "m2"] })).case;

    const taken = answered(await recognise(officer, id));

    expect(JSON.stringify(taken)).not.toContain(paper.reference);
    expect(taken).toMatchObject({
      materials: [
        { requirementId: "m1", recognition: null },
        { requirementId: "m2", recognition: null },
        {
          requirementId: "m3",
          state: "PRESENT",
          recognition: {
            ...{ regionId: "shanyang", issuedBy: "山阳区住建局", checkedWith: "省电子证照库" },
            by: { officer: { id: "officer" } },
          },
        },
      ],
    });
    expect(answered(await cases.act(officer, "acceptCase", { caseId: id }))).toMatchObject({ status: "ACCEPTED" });
  });

  it.each([
    ["of this region", { regionId: "taoshan" }, "RECOGNITION_NOT_POSSIBLE"],
    ["that nobody is said to have issued", { issuedBy: " " }, "RECOGNITION_NOT_POSSIBLE"],
    ["that was checked nowhere", { checkedWith: "" }, "RECOGNITION_NOT_POSSIBLE"],
    ["without its number", { reference: " " }, "RECOGNITION_NOT_POSSIBLE"],
    ["that the list does not ask for", { requirementId: "m9" }, "MATERIAL_NOT_ON_LIST"],
  ])("is not taken when it is one %s", async (_, change, refused) => {
    const { id } = (await opened(cases)).case;

    expect(await code(recognise(officer, id, change))).toBe(refused);
  });

  it("gives way to the paper itself, once it is brought", async () => {
    const { id } = (await opened(cases, { presentRequirementIds: ["m1", "m2"] })).case;
    answered(await recognise(officer, id));

    const brought = await cases.act(
      officer,
      "receiveMaterials",
      { caseId: id, requirementIds: ["m3"] },
      "materials { state recognition { regionId } }",
    );

    expect(answered(brought)).toMatchObject({ materials: [{}, {}, { state: "PRESENT", recognition: null }] });
  });

  it("is checked at the case's window only", async () => {
    const { id } = (await opened(cases)).case;

    for (const caller of [approver, stranger]) expect(await code(recognise(caller, id))).toBe("NOT_YOUR_CASE");
    expect(await code(recognise(applicant, id))).toBe("STAFF_ONLY");
  });
});
