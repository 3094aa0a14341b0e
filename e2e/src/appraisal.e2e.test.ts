import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingIn } from "./acting.js";
import { openCounter } from "./counter.js";
import { personas } from "./personas.js";
import { type System, startSystem } from "./system.js";

const { officerW2, officerW2B, centreDirector } = personas;
const SPAN = { from: "2026-03-02", to: "2026-03-31" };

/** What the director has before the appraisal: cases' visits, staff's attendance, evaluation's ratings. */
const WORK = /* GraphQL */ `
  query Work($id: ID!, $from: PlainDate!, $to: PlainDate!) {
    staffMember(id: $id) {
      visitsServed(from: $from, to: $to)
      attendanceIn(from: $from, to: $to) { late leftEarly absent }
      ratingIn(from: $from, to: $to) { count badCount goodRate }
    }
  }`;

const APPRAISAL = /* GraphQL */ `
  query Appraisal($id: ID!, $from: PlainDate!, $to: PlainDate!, $given: [IndicatorValueInput!]!) {
    staffMember(id: $id) {
      name
      visitsServed(from: $from, to: $to)
      attendanceIn(from: $from, to: $to) { late leftEarly absent }
      ratingIn(from: $from, to: $to) { count badCount goodRate }
      quantifiedScore(from: $from, to: $to, given: $given) { total lines { indicator { code } value } }
      appraisals { year quarter passed attendance { late leftEarly absent } scores { aspect score } }
    }
  }`;

interface Work {
  readonly staffMember: {
    readonly visitsServed: number;
    readonly attendanceIn: object;
    readonly ratingIn: { readonly count: number; readonly badCount: number; readonly goodRate: number };
  };
}

const indicator = (code: string, input: string, weight: number, parameter: number | null = null) => ({
  ...{ code, name: code, nameEn: code, input, weight, parameter },
});
const aspects = ["MORALITY", "ABILITY", "DILIGENCE", "PERFORMANCE", "INTEGRITY"];

let system: System;
let acting: ReturnType<typeof actingIn>;
beforeAll(async () => {
  system = await startSystem({ now: "2026-03-02T09:00:00+08:00" }); // a Monday
  acting = actingIn(system);
});
afterAll(() => system?.[Symbol.asyncDispose]());

const work = () => acting.ask<Work>(centreDirector, WORK, { id: officerW2.sub, ...SPAN });

describe("the appraisal of somebody at a window", () => {
  it("has the visits from cases, the attendance from staff and the satisfaction from evaluation in one answer, the same each time (R170)", async () => {
    const before = (await work()).staffMember;
    const counter = await openCounter(system);
    const grades = ["VERY_SATISFIED", "SATISFIED", "DISSATISFIED", "VERY_SATISFIED", "SATISFIED"];
    for (const grade of grades) {
      const { visit } = (await counter.open()).case;
      const { token } = await acting.act<{ token: string }>(
        officerW2,
        "endVisit",
        { visitId: visit.id },
        "token: evaluationToken",
      );
      const tags = grade === "DISSATISFIED" ? ["WAITING"] : [];
      await acting.act(null, "rateVisit", { visitId: visit.id, token, grade, channel: "QR", tags }, "id");
    }
    const other = (await counter.open("applicant-1", officerW2B)).case.visit;
    await acting.act(officerW2B, "endVisit", { visitId: other.id }, "id: evaluationToken");
    await system.setClock("2026-03-02T16:00:00+08:00"); // an hour before the doors close
    await acting.act(officerW2, "signOut", { outletId: "taoshan-hall" }, "id");
    const indicators = [
      indicator("办件", "TASK_COMPLETION", 50, 10),
      indicator("出勤", "ATTENDANCE", 20, 2),
      indicator("满意度", "SATISFACTION", 30),
    ];
    const scheme = { outletId: "taoshan-hall", audience: "WINDOW_STAFF", validFrom: "2026-03-02", indicators };
    await acting.act(centreDirector, "adoptAppraisalScheme", scheme, "id");
    await expect.poll(async () => (await work()).staffMember.visitsServed, { timeout: 20_000 }).toBe(5);
    await system.setClock("2026-04-01T09:00:00+08:00");
    const facts = (await work()).staffMember;
    const scores = aspects.map((aspect) => ({ aspect, score: 80 }));
    await acting.act(
      centreDirector,
      "recordAppraisal",
      { staffId: officerW2.sub, year: 2026, quarter: 1, scores, passed: true },
      "id",
    );
    const given = [{ code: "满意度", value: 100 * facts.ratingIn.goodRate }];
    const variables = { id: officerW2.sub, ...SPAN, given };

    const joined = await acting.ask<{ staffMember: object }>(centreDirector, APPRAISAL, variables);
    const again = await acting.ask<object>(centreDirector, APPRAISAL, variables);

    const attendance = { late: 0, leftEarly: 1, absent: 21 }; // of March's 22 working days one was worked
    expect(before).toMatchObject({ visitsServed: 0, ratingIn: { count: 0 } });
    expect(joined.staffMember).toMatchObject({
      visitsServed: 5,
      attendanceIn: attendance,
      ratingIn: { count: 5, badCount: 1, goodRate: 0.8 },
      quantifiedScore: {
        total: 49, // 50 × 50 % of ten visits + 20 × nothing + 30 × 80 %
        lines: [
          { indicator: { code: "办件" }, value: 50 },
          { indicator: { code: "出勤" }, value: 0 },
          { indicator: { code: "满意度" }, value: 80 },
        ],
      },
      appraisals: [{ year: 2026, quarter: 1, passed: true, attendance }],
    });
    expect(again).toEqual(joined);
  });

  it("is nobody's business but the person's and who leads or supervises there (R130)", async () => {
    const { data } = await system.ask<Work>(officerW2B, WORK, { id: officerW2.sub, ...SPAN });

    expect(data.staffMember).toMatchObject({ visitsServed: null, attendanceIn: null, ratingIn: { count: 5 } });
  });
});
