import type { Caller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answered, type TestCases } from "./testing/aStoredCase.js";
import { applicant, approver, officer, stranger, supervisor } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
beforeAll(async () => {
  cases = await startTestCases();
});
beforeEach(() => {
  cases.world.approverPresent = true;
  cases.world.duties.clear();
});
afterAll(() => cases[Symbol.asyncDispose]());

const asked = { windowId: "taoshan-w2", departmentId: "taoshan-civil-affairs", question: "章程格式是否可用旧版?" };
const FIELDS = "id question answer responseMinutes window { id } askedBy { id } answeredBy { id }";
const ask = (caller: Caller = officer, change: object = {}) =>
  cases.act<{ id: string }>(caller, "requestSupport", { ...asked, ...change }, FIELDS);
const answer = (caller: Caller, requestId: string, text = "可以,请用新版") =>
  cases.act<{ id: string }>(caller, "answerSupport", { requestId, answer: text }, FIELDS);
const code = async (given: Promise<{ errors?: readonly { extensions: Record<string, unknown> }[] }>) =>
  (await given).errors?.[0]?.extensions.code;
const openOf = async (caller: Caller) =>
  answered(
    await cases.ask<{ supportRequests: { id: string }[] }>(
      caller,
      "{ supportRequests(filter: { open: true }) { id } }",
    ),
  ).supportRequests.map(({ id }) => id);
const water = { ...approver, claims: { ...approver.claims, departmentId: "taoshan-water" } };

describe("a window's request for support (R084)", () => {
  it("is answered by the department on duty, once, and the minutes it took are measured", async () => {
    const { id } = answered(await ask());
    cases.world.now = new Date(cases.world.now.getTime() + 7.5 * 60_000);

    const answers = await Promise.all([answer(approver, id), answer(approver, id)]);

    expect(answers.filter(({ errors }) => !errors).map(({ data }) => data)).toMatchObject([
      {
        id,
        responseMinutes: 7,
        askedBy: { id: "officer" },
        answeredBy: { id: "approver" },
        window: { id: "taoshan-w2" },
      },
    ]);
    expect(await code(answer(approver, id))).toBe("SUPPORT_REQUEST_NOT_OPEN");
    expect(await openOf(approver)).not.toContain(id);
  });

  it("is told live to the department, and stands open for both until it is answered", async () => {
    const { caseLogHead: after } = answered(await cases.ask<{ caseLogHead: string }>(officer, "{ caseLogHead }"));
    await using alerts = await cases.subscribe<{ caseAlerts: { kind: string } }>(
      approver,
      "subscription ($after: String) { caseAlerts(after: $after) { kind department { id } } }",
      { after },
    );

    const { id } = answered(await ask());

    expect(JSON.stringify(await alerts.next())).toContain("SUPPORT_REQUESTED");
    for (const caller of [officer, approver, supervisor]) expect(await openOf(caller)).toContain(id);
    for (const caller of [stranger, water]) expect(await openOf(caller)).toEqual([]);
  });

  it("is refused to who is not at the window, and about departments that are not the window's", async () => {
    expect(await code(ask(officer, { departmentId: "taoshan-finance" }))).toBe("DEPARTMENT_NOT_OF_WINDOW");
    expect(await code(ask(stranger))).toBe("NOT_YOUR_OUTLET");
    expect(await code(ask(applicant))).toBe("STAFF_ONLY");
    expect(await code(ask(officer, { question: " " }))).toBe("REASON_REQUIRED");
    cases.world.duties.set("officer", { present: false });
    expect(await code(ask())).toBe("NOT_ON_DUTY");
  });

  it("is answered by nobody else, nor by an approver who is away", async () => {
    const { id } = answered(await ask());

    for (const caller of [officer, water, supervisor]) expect(await code(answer(caller, id))).toBe("NOT_YOUR_CASE");
    expect(await code(cases.ask(applicant, "{ supportRequests { id } }"))).toBe("STAFF_ONLY");
    cases.world.approverPresent = false;
    expect(await code(answer(approver, id))).toBe("NOT_ON_DUTY");
  });
});
