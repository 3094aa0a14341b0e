import { anonymous } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { centreDirector, coordinator, officerA, stranger } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeAll(async () => {
  staff = await startTestStaff({ everybodyIn: false });
});
afterAll(() => staff[Symbol.asyncDispose]());

const codeOf = ({ errors }: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  errors?.[0]?.extensions.code ?? null;

describe("professional teams (R159, R160)", () => {
  const staffId = "taoshan-staff-03";

  it("are joined, and left for approval once the term is over", async () => {
    const due = `{ region(id: "taoshan") { rotationDue { staffMember { id } rotatesFrom } } }`;
    const joined = await staff.act(centreDirector, "joinTeam", { staffId, kind: "ACCEPTANCE" }, "team { kind from }");
    const twice = await staff.act(centreDirector, "joinTeam", { staffId, kind: "SURVEY" });
    const early = await staff.act(centreDirector, "rotateTeam", { staffId });
    staff.world.now = new Date("2028-03-02T01:30:00.000Z");
    const listed = await staff.ask(coordinator, due);
    const rotated = await staff.act(centreDirector, "rotateTeam", { staffId }, "team { kind }");
    const after = await staff.ask(coordinator, due);
    staff.world.now = new Date("2026-03-02T01:30:00.000Z");

    expect(joined.data).toEqual({ team: { kind: "ACCEPTANCE", from: "2026-03-02" } });
    expect([twice, early].map(codeOf)).toEqual(["ALREADY_IN_TEAM", "TEAM_TERM_NOT_OVER"]);
    expect(listed.data).toEqual({
      region: { rotationDue: [{ staffMember: { id: staffId }, rotatesFrom: "2028-03-02" }] },
    });
    expect(rotated.data).toEqual({ team: { kind: "APPROVAL" } });
    expect(after.data).toEqual({ region: { rotationDue: [] } });
    expect(codeOf(await staff.act(officerA, "joinTeam", { staffId, kind: "SURVEY" }))).toBe("NOT_OUTLET_KEEPER");
  });
});

describe("how people are appointed (R144–R146)", () => {
  const query = `{ region(id: "taoshan") { appointmentGaps { fault ruleId staffMember { id } post { id } } } }`;

  it("is as the plan of 桃山区 asks at its entrusted windows, until somebody is not", async () => {
    const before = await staff.ask(coordinator, query);
    await staff.db.staffMember.update({ where: { id: "taoshan-staff-03" }, data: { employment: "CONTRACT" } });
    const after = await staff.ask(coordinator, query);

    expect(before.data).toEqual({ region: { appointmentGaps: [] } });
    expect(after.data).toEqual({
      region: {
        appointmentGaps: [
          {
            fault: "EMPLOYMENT",
            ruleId: "R146",
            staffMember: { id: "taoshan-staff-03" },
            post: { id: "taoshan-w2-a" },
          },
        ],
      },
    });
  });

  it("is shown to those who lead or supervise, and to nobody else", async () => {
    const seen = async (caller: typeof stranger) =>
      (await staff.ask<{ region: { appointmentGaps: object[] } }>(caller, query)).data.region.appointmentGaps.length;

    expect(await Promise.all([centreDirector, officerA, stranger, anonymous].map(seen))).toEqual([1, 1, 0, 0]);
  });
});

describe("dual management (R164)", () => {
  const query = `{ staffMember(id: "taoshan-staff-01") { origin managers { dual daily { id } business { id } } } }`;

  it("is shown to who leads somebody, not to strangers", async () => {
    const led = await staff.ask(centreDirector, query);
    const strange = await staff.ask(stranger, query);

    expect(led.data).toEqual({
      staffMember: {
        origin: null,
        managers: { dual: true, daily: { id: "taoshan-hall" }, business: { id: "taoshan-education" } },
      },
    });
    expect(strange.data).toEqual({ staffMember: { origin: null, managers: null } });
  });
});

describe("the topics of a year (R156)", () => {
  it("are those of the unit's trainings", async () => {
    const query = `{ outlet(id: "shanyang-street-1") { topicCoverage(year: 2025) { covered missing } } }`;

    const { data } = await staff.ask<{ outlet: { topicCoverage: { covered: string[]; missing: string[] } } }>(
      anonymous,
      query,
    );

    const { covered, missing } = data.outlet.topicCoverage;
    expect(covered.length).toBeGreaterThan(0);
    expect(covered.length + missing.length).toBe(6);
  });
});
