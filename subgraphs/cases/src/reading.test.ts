import { serviceCaller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answered, opened, type TestCases } from "./testing/aStoredCase.js";
import { officer } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";

const COUNT = 100;
let cases: TestCases;
let ids: string[];
let caseNos: string[];
let visitIds: string[];
beforeAll(async () => {
  cases = await startTestCases();
  const all = await Promise.all(Array.from({ length: COUNT }, () => opened(cases)));
  ids = all.map((one) => one.case.id);
  caseNos = all.map((one) => one.case.caseNo);
  visitIds = all.map((one) => one.case.visit.id);
});
afterAll(() => cases[Symbol.asyncDispose]());

/** The statements that a query needs; those of the watcher and of the log's reader, which look by the clock, apart. */
async function statements(query: string, variables: Record<string, unknown> = {}) {
  cases.world.queries.length = 0;
  const data = answered(await cases.ask<Record<string, unknown[]>>(officer, query, variables));
  const read = [...cases.world.queries];
  return { data, read };
}
const ENTITIES = (fields: string) => `query ($r: [_Any!]!) { _entities(representations: $r) { ${fields} } }`;

describe("a hundred references", () => {
  it.each([
    ["cases by id", "Case", "id", () => ids, "... on Case { id caseNo status dueOn matter { id } }", 1],
    ["cases by number", "Case", "caseNo", () => caseNos, "... on Case { id caseNo }", 1],
    ["visits", "Visit", "id", () => visitIds, "... on Visit { id startedAt servedBy { officer { id } } }", 1],
    ["outlets with their counts", "Outlet", "id", () => ids, "... on Outlet { caseCounts { open } }", 1],
    [
      "windows with who waits and who is served",
      "Window",
      "id",
      () => ids,
      "... on Window { waiting { number } visits { id } }",
      2,
    ],
    [
      "cases with applicant, visit and log",
      "Case",
      "id",
      () => ids,
      "... on Case { applicant { name } visit { id } log { type case { status } } }",
      4,
    ],
  ] as const)("to %s take as many statements as one", async (_, __typename, key, keys, fields, expected) => {
    const representations = keys().map((value) => ({ __typename, [key]: value }));

    const { data, read } = await statements(ENTITIES(fields), { r: representations });

    expect(data._entities).toHaveLength(COUNT);
    expect(read).toHaveLength(expected);
  });

  it("are answered in their order, null where there is none", async () => {
    const wanted = [ids[7], "11111111-1111-4111-8111-111111111111", ids[3]];
    const { data } = await statements(ENTITIES("... on Case { id }"), {
      r: wanted.map((id) => ({ __typename: "Case", id })),
    });

    expect(data._entities).toEqual([{ id: ids[7] }, null, { id: ids[3] }]);
  });
});

describe("a page of cases", () => {
  it("takes as many statements for a hundred cases as for one", async () => {
    const page = (first: number) =>
      statements(
        `{ cases(first: ${first}) { nodes { id dueOn applicant { name } materials { name } visit { id ticket { number } } log { hash } } } }`,
      );

    expect((await page(100)).read.length).toBe((await page(1)).read.length);
  });
});

describe("what the evaluation asks about a visit", () => {
  const RIGHT = `query ($visitId: ID!, $token: String, $applicantId: ID) { evaluationRight(visitId: $visitId, token: $token, applicantId: $applicantId) { ended entitled caseIds applicantId } }`;
  const ask = (variables: Record<string, unknown>) =>
    cases.ask<{ evaluationRight: object | null }>(serviceCaller("evaluation"), RIGHT, variables);

  it("is answered to siblings only", async () => {
    const { errors } = await cases.ask(officer, RIGHT, { visitId: visitIds[0] });

    expect(errors?.[0]?.extensions.code).toBe("SERVICE_ONLY");
  });

  it("says who may rate it: its applicant, or whoever holds its token", async () => {
    const visitId = visitIds[0];
    const ended = answered(
      await cases.act<{ evaluationToken: string }>(officer, "endVisit", { visitId }, "evaluationToken"),
    );
    const right = { ended: true, caseIds: [ids[0]], applicantId: "applicant-1" };

    expect(answered(await ask({ visitId, token: ended.evaluationToken })).evaluationRight).toEqual({
      ...right,
      entitled: true,
    });
    expect(answered(await ask({ visitId, applicantId: "applicant-1" })).evaluationRight).toEqual({
      ...right,
      entitled: true,
    });
    expect(answered(await ask({ visitId, token: "WRONG", applicantId: "applicant-2" })).evaluationRight).toEqual({
      ...right,
      entitled: false,
    });
    expect(answered(await ask({ visitId: "nothing" })).evaluationRight).toBeNull();
  });
});

describe("what the evaluation asks about a case (R178, R211)", () => {
  const RIGHT = `query ($caseNo: String!, $secret: String, $applicantId: ID) { matterEvaluationRight(caseNo: $caseNo, secret: $secret, applicantId: $applicantId) { caseId online ended } }`;
  const ask = (variables: Record<string, unknown>) =>
    cases.ask<{ matterEvaluationRight: object | null }>(serviceCaller("evaluation"), RIGHT, variables);

  it("is answered to siblings only", async () => {
    const { errors } = await cases.ask(officer, RIGHT, { caseNo: caseNos[1] });

    expect(errors?.[0]?.extensions.code).toBe("SERVICE_ONLY");
  });

  it("tells its applicant's right, and nothing of it to a wrong secret or another applicant", async () => {
    const own = answered(await ask({ caseNo: caseNos[1], applicantId: "applicant-1" }));
    const others = await Promise.all([
      ask({ caseNo: caseNos[1], secret: "WRONG", applicantId: "applicant-2" }),
      ask({ caseNo: "no such number", applicantId: "applicant-1" }),
    ]);

    expect(own.matterEvaluationRight).toEqual({ caseId: ids[1], online: false, ended: false });
    expect(others.map((answer) => answered(answer).matterEvaluationRight)).toEqual([null, null]);
  });
});

describe("what siblings ask about volumes (R073, R132)", () => {
  const day = () => new Date(cases.world.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const ask = <T>(query: string, from: string, to: string, caller = serviceCaller("staff")) =>
    cases.ask<T>(caller, query, { from, to });
  const OUTLETS = `query ($from: PlainDate!, $to: PlainDate!) { outletVolumes(outletIds: ["taoshan-hall", "nowhere"], from: $from, to: $to) { outletId received closed online } }`;
  const DEPARTMENTS = `query ($from: PlainDate!, $to: PlainDate!) { departmentVolumes(regionId: "taoshan", from: $from, to: $to) { received matters } }`;

  it("is counted by outlet and by department for the days asked for", async () => {
    const outlets = answered(await ask<{ outletVolumes: object[] }>(OUTLETS, day(), day()));
    const before = answered(await ask<{ outletVolumes: object[] }>(OUTLETS, "2020-01-01", "2020-12-31"));
    const departments = answered(await ask<{ departmentVolumes: { received: number }[] }>(DEPARTMENTS, day(), day()));

    expect(outlets.outletVolumes).toEqual([{ outletId: "taoshan-hall", received: COUNT, closed: 0, online: 0 }]);
    expect(before.outletVolumes).toEqual([]);
    expect(departments.departmentVolumes.reduce((sum, { received }) => sum + received, 0)).toBe(COUNT);
  });

  it("is counted by matter as well: what powers are delegated and matters brought online by (R063, R072)", async () => {
    const MATTERS = `query ($from: PlainDate!, $to: PlainDate!) { matterVolumes(regionId: "taoshan", from: $from, to: $to) { matterId received online } }`;
    const volumes = async (from: string, to: string) =>
      answered(await ask<{ matterVolumes: { received: number; online: number }[] }>(MATTERS, from, to)).matterVolumes;
    const today = await volumes(day(), day());

    expect(today.reduce((sum, { received }) => sum + received, 0)).toBe(COUNT);
    expect(today.every(({ online }) => online === 0)).toBe(true);
    expect(await volumes("2020-01-01", "2020-12-31")).toEqual([]);
    expect((await ask(MATTERS, day(), day(), officer)).errors?.[0]?.extensions.code).toBe("SERVICE_ONLY");
  });

  it("is answered to siblings only", async () => {
    const { errors } = await ask(OUTLETS, day(), day(), officer);

    expect(errors?.[0]?.extensions.code).toBe("SERVICE_ONLY");
  });
});

describe("extended service (R100)", () => {
  it("is told of a window whose hours are over while somebody is served there", async () => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Window { extended } } }`;
    const window = (id: string, state: string) => ({ __typename: "Window", id, state });
    const r = [window("taoshan-w2", "CLOSED"), window("taoshan-w2", "OPEN"), window("nowhere", "CLOSED")];

    const { _entities } = answered(await cases.ask<{ _entities: object[] }>(officer, query, { r }));

    expect(_entities).toEqual([{ extended: true }, { extended: false }, { extended: false }]);
  });
});
