import { anonymous, serviceCaller } from "@yimen/kernel/caller";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { centreDirector, officerA, officerB } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeEach(async () => {
  staff = await startTestStaff();
});
afterEach(() => staff[Symbol.asyncDispose]());

const SERVING = `{ window(id: "taoshan-w2") { state serving { officer { id } actingFor { id } post { id } since } } }`;
interface Serving {
  readonly window: {
    readonly state: string;
    readonly serving: readonly {
      officer: { id: string };
      actingFor: { id: string } | null;
      post: { id: string };
      since: string;
    }[];
  };
}
const whoActsInPostA = async () => {
  const { data } = await staff.ask<Serving>(anonymous, SERVING);
  const serving = data.window.serving.find(({ post }) => post.id === "taoshan-w2-a");
  return serving && [serving.officer.id, serving.actingFor?.id ?? null, serving.since];
};
const duty = async (staffId: string) => {
  const document = `query ($staffId: ID!, $at: Instant!) { duty(staffId: $staffId, windowId: "taoshan-w2", at: $at) { present postId actingForId } }`;
  const { data } = await staff.ask<{ duty: object }>(serviceCaller("cases"), document, {
    staffId,
    at: staff.world.now,
  });
  return data.duty;
};
const askForLeave = (caller: typeof officerA, from: string, until: string) =>
  staff.act<{ id: string; version: number }>(caller, "requestLeave", { from, until, reason: "出差" }, "id version");

describe("A on leave, B takes over (R149–R151, I-S2–I-S5)", () => {
  it("lets B act for A from the minute the leave begins, and A again once it is ended", async () => {
    expect(await whoActsInPostA()).toEqual(["taoshan-staff-03", null, "2026-03-02T00:30:00.000Z"]);
    const { data: leave } = await askForLeave(officerA, "2026-03-02T02:00:00Z", "2026-03-03T09:00:00Z");
    await staff.act(centreDirector, "approveLeave", { leaveId: leave.id, version: leave.version });
    expect(await duty("taoshan-staff-04")).toEqual({ present: true, postId: "taoshan-w2-b", actingForId: null });

    await staff.at("10:00");

    expect(await whoActsInPostA()).toEqual(["taoshan-staff-04", "taoshan-staff-03", "2026-03-02T02:00:00.000Z"]);
    expect(await duty("taoshan-staff-04")).toEqual({
      present: true,
      postId: "taoshan-w2-a",
      actingForId: "taoshan-staff-03",
    });
    expect(await duty("taoshan-staff-03")).toEqual({ present: false, postId: null, actingForId: null });

    await staff.at("15:00");
    await staff.act(officerA, "endLeave", { leaveId: leave.id });

    expect(await whoActsInPostA()).toEqual(["taoshan-staff-03", null, "2026-03-02T07:00:00.000Z"]);
    const spells = await staff.db.dutySpell.findMany({ where: { postId: "taoshan-w2-a" } });
    expect(spells).toMatchObject([
      {
        kind: "TAKEOVER",
        staffId: "taoshan-staff-04",
        actingForId: "taoshan-staff-03",
        startedAt: new Date("2026-03-02T02:00:00Z"),
        endedAt: new Date("2026-03-02T07:00:00Z"),
      },
    ]);
  });

  it("refuses a leave of B that would leave the post empty, with the sentence of the plan (R151)", async () => {
    const { data: first } = await askForLeave(officerA, "2026-03-02T02:00:00Z", "2026-03-03T09:00:00Z");
    await staff.act(centreDirector, "approveLeave", { leaveId: first.id });
    const { data: second } = await askForLeave(officerB, "2026-03-03T00:30:00Z", "2026-03-03T09:00:00Z");

    const { errors } = await staff.act(centreDirector, "approveLeave", { leaveId: second.id });

    expect(errors?.[0]?.extensions).toMatchObject({
      code: "LEAVE_WOULD_EMPTY_POST",
      rule: { id: "R151", sentence: "AB岗人员应相对固定,不得空岗、缺岗" },
      backupId: "taoshan-staff-03",
    });
  });

  it("approves one of two leaves that together would leave the post empty, however they arrive (I-S3)", async () => {
    const { data: first } = await askForLeave(officerA, "2026-03-03T00:30:00Z", "2026-03-03T09:00:00Z");
    const { data: second } = await askForLeave(officerB, "2026-03-03T00:30:00Z", "2026-03-03T09:00:00Z");

    const answers = await Promise.all(
      [first, second].map(({ id }) => staff.act(centreDirector, "approveLeave", { leaveId: id })),
    );

    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? "APPROVED").sort()).toEqual([
      "APPROVED",
      "LEAVE_WOULD_EMPTY_POST",
    ]);
  });

  it("raises an alert within a minute when both are gone, and closes it when one is back (R151, I-S2)", async () => {
    const alerts = async () => {
      const { data } = await staff.ask<{ outlet: { vacancies: object[] } }>(
        anonymous,
        `{ outlet(id: "taoshan-hall") { vacancies { post { id } startedAt holder { id } } } }`,
      );
      return data.outlet.vacancies;
    };
    await staff.act(officerA, "signOut", { outletId: "taoshan-hall" });
    expect(await alerts()).toEqual([]);

    await staff.act(officerB, "signOut", { outletId: "taoshan-hall" });

    expect(await alerts()).toEqual([
      { post: { id: "taoshan-w2-a" }, startedAt: "2026-03-02T01:30:00.000Z", holder: { id: "taoshan-staff-03" } },
      { post: { id: "taoshan-w2-b" }, startedAt: "2026-03-02T01:30:00.000Z", holder: { id: "taoshan-staff-04" } },
    ]);
    await staff.act(officerB, "signIn", { outletId: "taoshan-hall" });
    expect(await alerts()).toEqual([]);
    expect(await whoActsInPostA()).toEqual(["taoshan-staff-04", "taoshan-staff-03", "2026-03-02T01:30:00.000Z"]);
  });

  it("alerts at the opening minute of a day on which nobody came, once (R151)", async () => {
    await staff.at("08:31", "2026-03-03");
    await Promise.all([staff.at("08:32", "2026-03-03"), staff.at("08:32", "2026-03-03")]);

    const opened = await staff.db.staffEvent.findMany({ where: { type: "VACANCY_OPENED", postId: "taoshan-w2-a" } });
    expect(opened.map(({ at }) => at.toISOString())).toEqual(["2026-03-03T00:30:00.000Z"]);
    expect((await staff.ask<Serving>(anonymous, SERVING)).data.window.state).toBe("VACANT");
  });
});
