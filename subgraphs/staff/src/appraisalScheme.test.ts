import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { centreDirector, officerA, officerB, stranger } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeAll(async () => {
  staff = await startTestStaff();
  await staff.db.workload.create({
    data: { staffId: "taoshan-staff-03", day: new Date("2026-03-02"), visits: 40 },
  });
});
afterAll(() => staff[Symbol.asyncDispose]());

const indicator = (code: string, input: string, weight: number, parameter: number | null = null) => ({
  ...{ code, name: code, nameEn: code, input, weight, parameter },
});
const indicators = [
  indicator("办件", "TASK_COMPLETION", 50, 80),
  indicator("出勤", "ATTENDANCE", 20, 2),
  indicator("满意度", "SATISFACTION", 30),
];
const adopt = (given: object = {}, caller = centreDirector) =>
  staff.act(
    caller,
    "adoptAppraisalScheme",
    { outletId: "taoshan-hall", audience: "WINDOW_STAFF", validFrom: "2026-03-02", indicators, ...given },
    "appraisalSchemes { version audience indicators { code weight } }",
  );
const SCORE = `query ($given: [IndicatorValueInput!]!) { staffMember(id: "taoshan-staff-03") {
  visitsServed(from: "2026-03-02", to: "2026-03-02")
  attendanceIn(from: "2026-03-02", to: "2026-03-02") { late leftEarly absent }
  quantifiedScore(from: "2026-03-02", to: "2026-03-02", given: $given) { total scheme { version } lines { indicator { code } value } }
} }`;
const given = [{ code: "满意度", value: 90 }];

describe("an outlet's own indicators (R205)", () => {
  it("score window staff from visits, attendance and satisfaction (R170), the same each time", async () => {
    const adopted = await adopt();
    staff.world.now = new Date("2026-03-03T01:30:00.000Z");

    const [one, again] = [
      await staff.ask(centreDirector, SCORE, { given }),
      await staff.ask(officerA, SCORE, { given }),
    ];
    const strange = await staff.ask(stranger, SCORE, { given });

    expect(adopted.data).toEqual({
      appraisalSchemes: [
        {
          ...{ version: 1, audience: "WINDOW_STAFF" },
          indicators: indicators.map(({ code, weight }) => ({ code, weight })),
        },
      ],
    });
    expect(one.data).toMatchObject({
      staffMember: {
        visitsServed: 40,
        quantifiedScore: { scheme: { version: 1 }, lines: [{ value: 50 }, {}, { value: 90 }] },
      },
    });
    expect(again.data).toEqual(one.data);
    expect(strange.data).toEqual({
      staffMember: { visitsServed: null, attendanceIn: null, quantifiedScore: null },
    });
  });

  it("say which value is missing, and are adopted whole or not at all, by who keeps the outlet", async () => {
    const codeOf = ({ errors }: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
      errors?.[0]?.extensions.code ?? null;

    expect(codeOf(await staff.ask(centreDirector, SCORE, { given: [] }))).toBe("INDICATOR_VALUE_INVALID");
    expect(codeOf(await adopt({ indicators: indicators.slice(1) }))).toBe("APPRAISAL_SCHEME_INVALID");
    expect(codeOf(await adopt({ validFrom: "2026-03-01" }))).toBe("APPRAISAL_SCHEME_INVALID");
    expect(codeOf(await adopt({ validFrom: "2026-03-03" }, officerB))).toBe("NOT_OUTLET_KEEPER");
  });

  it("are versioned: of two adopted at once both stand, one after the other, or one is told of the other", async () => {
    const answers = await Promise.all([1, 2].map(() => adopt({ validFrom: "2026-04-01" })));

    const versions = (await staff.db.appraisalScheme.findMany({ orderBy: { version: "asc" } })).map(
      ({ version }) => version,
    );
    const lost = answers.filter(({ errors }) => errors !== undefined);
    expect(versions).toEqual(Array.from({ length: versions.length }, (_, index) => index + 1));
    expect(versions.length).toBe(3 - lost.length);
    expect(lost.every(({ errors }) => errors?.[0]?.extensions.code === "APPRAISAL_SCHEME_ADOPTED_MEANWHILE")).toBe(
      true,
    );
  });
});
