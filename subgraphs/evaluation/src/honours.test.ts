import { randomUUID } from "node:crypto";
import { anonymous } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicant, director, supervisor } from "./testing/people.js";
import { codeOf, startTestEvaluation, type TestEvaluation } from "./testing/startTestEvaluation.js";

let evaluation: TestEvaluation;
beforeAll(async () => {
  evaluation = await startTestEvaluation();
});
afterAll(() => evaluation[Symbol.asyncDispose]());

const found = {
  regionId: "taoshan",
  source: "THIRD_PARTY",
  assessor: "示例评估机构",
  from: "2026-01-01",
  to: "2026-02-28",
  conclusion: "窗口规范化程度较高,等候时间偏长",
  outlets: [{ outletId: "taoshan-hall", score: 87.5, remark: "等候时间偏长" }],
};

describe("a third party's assessment (R185, R186)", () => {
  it("is public once it was circulated, and not before", async () => {
    const query = `{ assessments(regionId: "taoshan") { source assessor circulatedOn outlets { score outlet { id } } } }`;
    const read = async (caller: typeof anonymous) =>
      (await evaluation.ask<{ assessments: object[] }>(caller, query)).data.assessments;

    const recorded = await evaluation.act<{ id: string }>(supervisor, "recordAssessment", found, "id circulateBy");
    const before = await Promise.all([anonymous, director, supervisor].map(read));
    const input = { assessmentId: recorded.data.id };
    const circulated = await evaluation.act(supervisor, "circulateAssessment", input, "circulatedOn");
    const again = await evaluation.act(supervisor, "circulateAssessment", input, "circulatedOn");

    expect(recorded.data).toMatchObject({ circulateBy: "2026-03-09" });
    expect(before.map(({ length }) => length)).toEqual([0, 0, 1]);
    expect(circulated.data).toEqual({ circulatedOn: "2026-03-02" });
    expect(codeOf(again)).toBe("ASSESSMENT_ALREADY_CIRCULATED");
    expect(await read(anonymous)).toMatchObject([
      { source: "THIRD_PARTY", outlets: [{ score: 87.5, outlet: { id: "taoshan-hall" } }] },
    ]);
  });

  it("is recorded by those who inspect, of the region's outlets, within a hundred", async () => {
    const record = async (given: object, caller = supervisor) =>
      codeOf(await evaluation.act(caller, "recordAssessment", { ...found, ...given }, "id"));

    expect(await record({}, director)).toBe("NOT_YOUR_WORK");
    expect(await record({ outlets: [{ outletId: "taoshan-hall", score: 101 }] })).toBe("ASSESSMENT_INVALID");
    expect(await record({ outlets: [{ outletId: "shanyang-centre", score: 50 }] })).toBe("NOT_YOUR_WORK");
    expect(await record({ to: "2026-03-03" })).toBe("ASSESSMENT_INVALID");
    expect(await record({ source: "CAMPAIGN", assessor: "“双找双评”专项活动" })).toBeNull();
  });
});

describe("an award (R174, R175)", () => {
  const rate = (officerId: string, windowId: string, grade: string) => {
    const visitId = randomUUID();
    evaluation.world.visits.set(visitId, { officerId, windowId });
    return evaluation.act(applicant, "rateVisit", { visitId, grade, channel: "WEB" });
  };
  const award = (kind: string, given: object = {}, caller = supervisor) =>
    evaluation.act(
      caller,
      "grantAward",
      {
        ...{ regionId: "taoshan", kind, from: "2026-03-01", to: "2026-03-02", honour: "荣誉证书", material: "奖金" },
        ...given,
      },
      "honour material winners { place count outlet { id } window { id } staffMember { id } }",
    );
  const times = (count: number, ...args: Parameters<typeof rate>) =>
    Promise.all(Array.from({ length: count }, () => rate(...args)));

  it("goes to the best by their evaluations; equals share it, too few evaluations have no place", async () => {
    await times(5, "taoshan-staff-03", "taoshan-w2", "VERY_SATISFIED");
    await times(5, "taoshan-staff-04", "taoshan-w2", "VERY_SATISFIED");
    await times(5, "taoshan-staff-07", "taoshan-w3", "SATISFIED");
    await times(4, "taoshan-staff-08", "taoshan-w1", "VERY_SATISFIED");
    const early = await award("BEST_PERSON");
    evaluation.world.now = new Date("2026-03-03T01:30:00.000Z");

    const [person, window, hall] = [await award("BEST_PERSON"), await award("BEST_WINDOW"), await award("BEST_HALL")];

    const nobody = { outlet: null, window: null, staffMember: null };
    expect(codeOf(early)).toBe("AWARD_PERIOD_INVALID");
    expect(person.data).toEqual({
      honour: "荣誉证书",
      material: "奖金",
      winners: ["taoshan-staff-03", "taoshan-staff-04"].map((id) => ({
        ...{ ...nobody, place: 1, count: 5 },
        staffMember: { id },
      })),
    });
    expect(window.data).toMatchObject({ winners: [{ ...nobody, count: 10, window: { id: "taoshan-w2" } }] });
    expect(hall.data).toMatchObject({ winners: [{ ...nobody, count: 19, outlet: { id: "taoshan-hall" } }] });
  });

  it("is granted once for a period, by those who inspect, and to nobody where nobody is ranked", async () => {
    const quiet = { from: "2025-01-01", to: "2025-03-31" };

    expect(codeOf(await award("BEST_PERSON"))).toBe("AWARD_ALREADY_GRANTED");
    expect(codeOf(await award("BEST_HALL", quiet))).toBe("NOBODY_TO_HONOUR");
    expect(codeOf(await award("BEST_HALL", quiet, director))).toBe("NOT_YOUR_WORK");
    const { data } = await evaluation.ask(anonymous, `{ awards(regionId: "taoshan", kind: BEST_HALL) { kind } }`);
    expect(data).toEqual({ awards: [{ kind: "BEST_HALL" }] });
  });
});
