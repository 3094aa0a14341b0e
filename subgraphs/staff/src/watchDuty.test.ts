import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { centreDirector, officerA } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";
import { lookAtDuty, watchDuty } from "./watchDuty.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeEach(async () => {
  staff = await startTestStaff();
});
afterEach(() => staff[Symbol.asyncDispose]());

const services = () => ({ db: staff.db, clock: () => staff.world.now, calendar: officialCalendar });
const takeovers = () => staff.db.staffEvent.count({ where: { type: "TAKEOVER_STARTED" } });
const leaveFromTen = async () => {
  const { data } = await staff.act<{ id: string }>(officerA, "requestLeave", {
    from: "2026-03-02T02:00:00Z",
    until: "2026-03-02T09:00:00Z",
    reason: "出差",
  });
  await staff.act(centreDirector, "approveLeave", { leaveId: data.id });
};

describe("the watcher of duty", () => {
  it("records what time brings by itself (R150)", async () => {
    await leaveFromTen();
    await using _ = watchDuty(services(), (error) => staff.world.errors.push(error));
    staff.world.now = new Date("2026-03-02T02:00:00Z");

    await vi.waitFor(async () => expect(await takeovers()).toBe(1), { timeout: 10_000, interval: 100 });
    expect(staff.world.errors).toEqual([]);
  });

  it("records it once, however many look at the same moment (I-S2: exactly once)", async () => {
    await leaveFromTen();
    staff.world.now = new Date("2026-03-02T02:00:00.400Z");

    await Promise.all([lookAtDuty(services()), lookAtDuty(services()), lookAtDuty(services())]);

    const events = await staff.db.staffEvent.findMany({ where: { type: "TAKEOVER_STARTED" } });
    expect(events.map(({ at, postId }) => [at.toISOString(), postId])).toEqual([
      ["2026-03-02T02:00:00.000Z", "taoshan-w2-a"],
    ]);
  });

  it("knows when there is next something to see", async () => {
    await leaveFromTen();

    expect(await lookAtDuty(services())).toEqual({
      from: new Date("2026-03-02T01:30:00Z"),
      until: new Date("2026-03-02T02:00:00Z"),
    });
  });

  it("goes on where a demonstration's clock is set back", async () => {
    await leaveFromTen();
    for (const now of ["2026-03-02T02:30:00Z", "2026-03-02T01:40:00Z", "2026-03-02T02:00:00Z"]) {
      staff.world.now = new Date(now);
      await lookAtDuty(services());
    }

    expect(await takeovers()).toBe(2);
    expect(await staff.db.dutySpell.count({ where: { endedAt: null, postId: "taoshan-w2-a" } })).toBe(1);
  });

  it("tells by itself when a terminal falls silent that was first heard of while nothing was due (R019)", async () => {
    const silences = () => staff.db.staffEvent.findMany({ where: { type: "TERMINAL_OFFLINE" } });
    await using _ = watchDuty(services(), (error) => staff.world.errors.push(error));
    await vi.waitFor(async () => expect(await staff.db.dutyWatch.count()).toBeGreaterThan(0), { timeout: 10_000 });

    await staff.ask(officerA, `mutation { reportTerminal(terminalId: "taoshan-bank-terminal") { state } }`);
    staff.world.now = new Date("2026-03-02T01:45:00Z");

    await vi.waitFor(async () => expect(await silences()).toHaveLength(1), { timeout: 10_000, interval: 100 });
    expect((await silences())[0]?.at).toEqual(new Date("2026-03-02T01:45:00Z"));
    expect(staff.world.errors).toEqual([]);
  });

  it("tells of the same silence again where a demonstration's clock is set back (R019)", async () => {
    const report = () =>
      staff.ask(officerA, `mutation { reportTerminal(terminalId: "taoshan-bank-terminal") { state } }`);
    for (const _ of ["once", "again"]) {
      await staff.at("09:30");
      await staff.db.terminal.updateMany({ data: { heardAt: null, alertedAt: null } });
      expect((await report()).errors).toBeUndefined();
      await staff.at("09:45");
    }

    expect(await staff.db.staffEvent.count({ where: { type: "TERMINAL_OFFLINE" } })).toBe(2);
  });

  it("finds afterwards what happened while no process ran", async () => {
    staff.world.now = new Date("2026-03-04T01:00:00Z");

    await lookAtDuty(services());

    const spell = await staff.db.dutySpell.findFirst({ where: { postId: "taoshan-w2-a" } });
    expect(spell).toMatchObject({ kind: "VACANCY", startedAt: new Date("2026-03-03T00:30:00Z"), endedAt: null });
  });
});

describe("the database refuses what the domain does (I-S1, I-S5)", () => {
  it("a post whose partner names another (R149)", async () => {
    await expect(
      staff.db.post.update({ where: { id: "taoshan-w2-a" }, data: { partnerId: "taoshan-w2-c" } }),
    ).rejects.toThrow(/post_mutual_partner_fk/);
  });

  it("two holders of one post at a time", async () => {
    const second = { postId: "taoshan-w2-a", staffId: "taoshan-staff-06", validFrom: "2026-03-01" };

    await expect(staff.db.postHolding.create({ data: second })).rejects.toThrow(/post_holding|Unique constraint/);
  });

  it("a change of what the log says", async () => {
    await expect(staff.db.staffEvent.updateMany({ data: { type: "SIGNED_OUT" } })).rejects.toThrow(/append-only/);
  });
});
