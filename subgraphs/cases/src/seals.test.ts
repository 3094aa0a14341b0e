import type { Caller } from "@yimen/kernel/caller";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answered, type TestCases, underReview } from "./testing/aStoredCase.js";
import { applicant, approver, head, officer, stranger, supervisor } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
beforeAll(async () => {
  cases = await startTestCases();
  cases.world.roles.set("director", "DIRECTOR");
});
afterAll(() => cases[Symbol.asyncDispose]());

interface Use {
  readonly id: string;
  readonly approved: boolean;
  readonly case: { readonly id: string } | null;
  readonly alert: { readonly irregularity: string; readonly closedAt: string | null } | null;
}

const atHall = (caller: Caller, claims: Record<string, string> = {}): Caller => ({
  ...caller,
  claims: { ...caller.claims, outletId: "taoshan-hall", ...claims },
});
const director = atHall(approver, { staffId: "director", role: "DIRECTOR" });
const clerk = atHall(approver);
const centreDirector = atHall(officer, { staffId: "centre", role: "CENTRE_DIRECTOR" });
const sealId = "taoshan-civil-affairs-approval-seal";
const FIELDS = "id approved case { id } alert { irregularity finding closedAt closedBy { id } }";

const use = (caller: Caller, documentNo: string, change: object = {}) =>
  cases.act<Use>(caller, "recordSealUse", { sealId, documentNo, ...change }, FIELDS);
const usesOf = async (caller: Caller, filter: object = {}) =>
  answered(
    await cases.ask<{ sealUses: Use[] }>(
      caller,
      `query ($filter: SealUseFilter) { sealUses(filter: $filter, first: 100) { ${FIELDS} } }`,
      { filter },
    ),
  ).sealUses;
const code = async (answer: Promise<{ errors?: readonly { extensions: Record<string, unknown> }[] }>) =>
  (await answer).errors?.[0]?.extensions.code;

let documents = 0;
async function decided(granted = true, electronic = false) {
  const { case: found } = await underReview(cases);
  const documentNo = `桃民许〔2026〕${++documents}号`;
  answered(await cases.act(approver, "decideCase", { caseId: found.id, granted, reason: "示例" }));
  answered(await cases.act(director, "makeResult", { caseId: found.id, documentNo, electronic }));
  return { id: found.id, documentNo };
}

describe("a use of a department's seal (R126, R128, I-K17)", () => {
  it.each([true, false])(
    "is approved for the document of a decision, granted: %s, by who has the right",
    async (granted) => {
      const { id, documentNo } = await decided(granted);

      expect(answered(await use(director, documentNo))).toMatchObject({ approved: true, case: { id }, alert: null });
      expect(answered(await use(director, documentNo, { caseId: id }))).toMatchObject({ approved: true });
    },
  );

  it.each<[string, Caller, string, object]>([
    ["no decision has the document", director, "NO_APPROVED_DECISION", { documentNo: "未审批" }],
    [
      "the document is another case's",
      director,
      "NO_APPROVED_DECISION",
      { caseId: "22222222-2222-4222-8222-222222222222" },
    ],
    ["the case is none", director, "NO_APPROVED_DECISION", { caseId: "没有" }],
    ["its user has no right", clerk, "NO_RIGHT", {}],
    ["the head of the department uses it", atHall(head), "NO_RIGHT", {}],
  ])("raises exactly one alert when %s", async (_, caller, irregularity, change) => {
    const { documentNo } = await decided();

    const recorded = answered(await use(caller, documentNo, change));

    expect(recorded).toMatchObject({ approved: false, alert: { irregularity, closedAt: null } });
    expect((await usesOf(supervisor, { open: true })).filter(({ id }) => id === recorded.id)).toHaveLength(1);
  });

  it("raises its alert on the subscription within a second of being recorded (R126)", async () => {
    await using alerts = await cases.subscribe<{ caseAlerts: { kind: string; committedAt: string; sealUse: Use } }>(
      centreDirector,
      `subscription ($after: String) { caseAlerts(outletId: "taoshan-hall", after: $after) { kind committedAt sealUse { id approved } } }`,
      { after: await headOfLog() },
    );
    await decided(true, true); // an approved use alerts nobody
    const recorded = answered(await use(director, "未审批的文书"));
    const { caseAlerts } = answered(
      (await alerts.next()) as never as { data: { caseAlerts: { kind: string; committedAt: string; sealUse: Use } } },
    );

    expect(caseAlerts).toMatchObject({ kind: "SEAL_IRREGULAR", sealUse: { id: recorded.id, approved: false } });
    expect(Date.now() - Date.parse(caseAlerts.committedAt)).toBeLessThan(1_000);
  });

  it("is recorded once for one client key (I-K15)", async () => {
    const before = (await usesOf(supervisor)).length;
    const again = { clientMutationId: "the same key" };

    const [one, other] = await Promise.all([use(director, "重复", again), use(director, "重复", again)]);

    expect(answered(one).id).toBe(answered(other).id);
    expect(await usesOf(supervisor)).toHaveLength(before + 1);
  });

  it("is for the department only, and read by who oversees it", async () => {
    expect(await code(use(officer, "x"))).toBe("NOT_YOUR_SEAL");
    expect(await code(use(applicant, "x"))).toBe("STAFF_ONLY");
    expect(await code(cases.act(director, "recordSealUse", { sealId: "印章", documentNo: "x" }, FIELDS))).toBe(
      "SEAL_NOT_FOUND",
    );
    expect(await code(cases.ask(officer, "{ sealUses { id } }"))).toBe("NOT_YOUR_SEAL");
    expect(await usesOf(atHall(stranger, { outletId: "shanyang-centre", role: "CENTRE_DIRECTOR" }))).toEqual([]);
    expect(await usesOf(atHall(approver, { departmentId: "taoshan-water" }))).toEqual([]);
    expect((await usesOf(clerk)).length).toBe((await usesOf(centreDirector)).length);
  });
});

describe("an alert about a seal (R126)", () => {
  const close = (caller: Caller, sealUseId: string, finding = "已核查:误盖,文书作废") =>
    cases.act<Use>(caller, "closeSealAlert", { sealUseId, finding }, FIELDS);

  it("is closed once, with a finding, by who oversees, not by who used the seal", async () => {
    const { id } = answered(await use(director, "待核查"));
    for (const caller of [director, clerk, officer]) expect(await code(close(caller, id))).toBe("NOT_YOUR_SEAL");
    expect(await code(close(supervisor, id, " "))).toBe("REASON_REQUIRED");

    const answers = await Promise.all([close(supervisor, id), close(centreDirector, id)]);

    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(await code(close(supervisor, id))).toBe("SEAL_ALERT_NOT_OPEN");
    const [closed] = (await usesOf(supervisor, { irregular: true })).filter((one) => one.id === id);
    expect(closed?.alert).toMatchObject({ irregularity: "NO_APPROVED_DECISION", finding: "已核查:误盖,文书作废" });
    expect((await usesOf(supervisor, { open: true })).some((one) => one.id === id)).toBe(false);
  });

  it("is not there for a use in order", async () => {
    const { documentNo } = await decided();

    expect(await code(close(supervisor, answered(await use(director, documentNo)).id))).toBe("SEAL_ALERT_NOT_OPEN");
  });
});

describe("an electronic result (R127, R128)", () => {
  it("is sealed as it is made, by who has the right, which is an approved use", async () => {
    const { id, documentNo } = await decided(true, true);

    const sealed = (await usesOf(supervisor)).filter((one) => one.case?.id === id);
    expect(sealed).toMatchObject([{ approved: true, alert: null }]);
    expect(documentNo).toContain("桃民许");
  });

  it("is refused to who does not have the right, and nothing is sealed", async () => {
    const { case: found } = await underReview(cases);
    answered(await cases.act(approver, "decideCase", { caseId: found.id, granted: true }));
    const before = (await usesOf(supervisor)).length;

    const given = { caseId: found.id, documentNo: "无权用印", electronic: true };
    expect(await code(cases.act(approver, "makeResult", given))).toBe("SEAL_RIGHT_MISSING");
    expect(await usesOf(supervisor)).toHaveLength(before);
  });
});

it("whatever is sealed by whomever, uses are approved uses and alerts, one each (R126, I-K17)", async () => {
  const { id, documentNo } = await decided();
  const attempt = fc.record({
    caller: fc.constantFrom(director, clerk, atHall(head), officer),
    documentNo: fc.constantFrom(documentNo, "未审批", "另一文书"),
    caseId: fc.constantFrom(null, id, "22222222-2222-4222-8222-222222222222"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { maxLength: 5 }), async (attempts) => {
      const before = (await usesOf(supervisor)).map((one) => one.id);
      const answers = await Promise.all(
        attempts.map(({ caller, ...input }) => use(caller, input.documentNo, { caseId: input.caseId })),
      );
      const uses = (await usesOf(supervisor)).filter((one) => !before.includes(one.id));
      const approved = uses.filter((one) => one.approved);
      const alerts = uses.filter(({ alert }) => alert !== null);

      expect(uses).toHaveLength(answers.filter(({ errors }) => !errors).length);
      expect(uses).toHaveLength(approved.length + alerts.length);
      expect(approved.every((one) => one.case?.id === id)).toBe(true);
    }),
    { numRuns: 12 },
  );
});

const headOfLog = async () =>
  answered(await cases.ask<{ caseLogHead: string }>(supervisor, "{ caseLogHead }")).caseLogHead;
