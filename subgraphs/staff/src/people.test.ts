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

describe("the cross-province agent team (R121)", () => {
  it("is joined and left by agents, and listed for everybody as those who serve are (R119)", async () => {
    const query = `{ region(id: "taoshan") { teamMembers(kind: CROSS_PROVINCE_AGENCY) { from staffMember { id } } } }`;
    const members = async () =>
      (await staff.ask<{ region: { teamMembers: object[] } }>(anonymous, query)).data.region.teamMembers;
    const kind = "CROSS_PROVINCE_AGENCY";
    const [navigator, agent] = ["taoshan-staff-11", "taoshan-staff-47"];

    const officer = await staff.act(centreDirector, "joinTeam", { staffId: "taoshan-staff-04", kind });
    for (const staffId of [agent, navigator]) await staff.act(centreDirector, "joinTeam", { staffId, kind });
    const joined = await members();
    const left = await staff.act(centreDirector, "leaveTeam", { staffId: agent }, "team { kind }");
    const again = await staff.act(centreDirector, "leaveTeam", { staffId: agent });
    const back = await staff.act(centreDirector, "joinTeam", { staffId: agent, kind }, "team { kind }");

    expect(codeOf(officer)).toBe("TEAM_NEEDS_AGENT");
    expect(joined).toEqual([navigator, agent].map((id) => ({ from: "2026-03-02", staffMember: { id } })));
    expect([left.data, codeOf(again), back.data]).toEqual([{ team: null }, "NOT_IN_TEAM", { team: { kind } }]);
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

describe("where somebody comes from (R144, R145)", () => {
  const gaps = `{ region(id: "taoshan") { appointmentGaps { fault staffMember { id } } } }`;
  const gapsOf = async (staffId: string) =>
    (
      await staff.ask<{ region: { appointmentGaps: { fault: string; staffMember: { id: string } }[] } }>(
        coordinator,
        gaps,
      )
    ).data.region.appointmentGaps.flatMap(({ fault, staffMember }) => (staffMember.id === staffId ? fault : []));
  const record = (staffId: string, given: object, caller = centreDirector) =>
    staff.act(caller, "recordOrigin", { staffId, ...given }, "origin employment");

  it("is entered by who keeps the outlet, counts at once, and is not told by the log", async () => {
    const agent = await record("taoshan-staff-47", { origin: "GRID_WORKER", employment: "PART_TIME" });
    const volunteer = await record("taoshan-staff-04", { origin: "VOLUNTEER" });
    const broken = await gapsOf("taoshan-staff-04");
    await record("taoshan-staff-04", { origin: "RECRUITED" });
    const [event] = await staff.db.staffEvent.findMany({ where: { type: "ORIGIN_RECORDED" }, take: 1 });

    expect(agent.data).toEqual({ origin: "GRID_WORKER", employment: "PART_TIME" });
    expect(volunteer.data).toEqual({ origin: "VOLUNTEER", employment: "CENTRE_FULLTIME" });
    expect([broken, await gapsOf("taoshan-staff-04")]).toEqual([["VOLUNTEER_POST"], []]);
    expect(event).toMatchObject({ staffId: "taoshan-staff-47", outletId: "taoshan-street-1", data: {} });
  });

  it.each([
    ["by oneself", officerA, "taoshan-staff-03", "NOT_OUTLET_KEEPER"],
    ["by another region's people", stranger, "taoshan-staff-03", "NOT_OUTLET_KEEPER"],
    ["of nobody", centreDirector, "nobody", "STAFF_MEMBER_NOT_FOUND"],
  ])("is not entered %s", async (_, caller, staffId, code) => {
    expect(codeOf(await record(staffId, { origin: "GRID_WORKER" }, caller))).toBe(code);
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
