import { anonymous } from "@yimen/kernel/caller";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { centreDirector, officerA, officerB } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeEach(async () => {
  staff = await startTestStaff();
});
afterEach(() => staff[Symbol.asyncDispose]());

interface Event {
  readonly cursor: string;
  readonly type: string;
  readonly at: string;
}
const EVENTS = (args: string) =>
  `subscription { dutyEvents(${args}) { cursor type at outlet { id } window { id } post { id } staffMember { id name mobile } actingFor { id } } }`;
const take = async (events: AsyncIterator<{ data?: { dutyEvents: Event } | null }>, count: number) => {
  const taken: Event[] = [];
  while (taken.length < count) taken.push((await events.next()).value.data.dutyEvents);
  return taken;
};
const cursor = async () => (await staff.ask<{ dutyLogHead: string }>(anonymous, "{ dutyLogHead }")).data.dutyLogHead;

describe("the log of duty", () => {
  it("tells of a sign-out and of the takeover that follows, in order, with nothing personal", async () => {
    const events = await staff.subscribe<Event>(
      anonymous,
      EVENTS(`outletId: "taoshan-hall", after: "${await cursor()}"`),
    );
    await staff.act(officerA, "signOut", { outletId: "taoshan-hall" });

    expect(await take(events, 2)).toMatchObject([
      { type: "SIGNED_OUT", staffMember: { id: "taoshan-staff-03", mobile: null }, actingFor: null },
      {
        type: "TAKEOVER_STARTED",
        at: "2026-03-02T01:30:00.000Z",
        outlet: { id: "taoshan-hall" },
        window: { id: "taoshan-w2" },
        post: { id: "taoshan-w2-a" },
        staffMember: { id: "taoshan-staff-04" },
        actingFor: { id: "taoshan-staff-03" },
      },
    ]);
  });

  it("goes on after the last cursor seen, without loss and without repetition (I-G5)", async () => {
    const start = await cursor();
    await staff.act(officerA, "signOut", { outletId: "taoshan-hall" });
    await staff.act(officerB, "signOut", { outletId: "taoshan-hall" });
    await staff.act(officerA, "signIn", { outletId: "taoshan-hall" });
    const whole = await take(await staff.subscribe<Event>(anonymous, EVENTS(`after: "${start}"`)), 9);
    const middle = whole[3]?.cursor ?? "";

    const rest = await take(await staff.subscribe<Event>(anonymous, EVENTS(`after: "${middle}"`)), 5);

    expect(rest).toEqual(whole.slice(4));
    expect(whole.map(({ type }) => type)).toEqual([
      "SIGNED_OUT",
      "TAKEOVER_STARTED",
      "SIGNED_OUT",
      "TAKEOVER_ENDED",
      "VACANCY_OPENED",
      "VACANCY_OPENED",
      "SIGNED_IN",
      "VACANCY_CLOSED",
      "VACANCY_CLOSED",
    ]);
  });

  it("tells of leaves to the outlet's staff only (R130)", async () => {
    const start = await cursor();
    const { data } = await staff.act<{ id: string }>(officerA, "requestLeave", {
      from: "2026-03-02T01:00:00Z",
      until: "2026-03-02T09:00:00Z",
      reason: "出差",
    });
    await staff.act(centreDirector, "approveLeave", { leaveId: data.id });
    const seen = async (caller: typeof anonymous, count: number) =>
      (await take(await staff.subscribe<Event>(caller, EVENTS(`after: "${start}"`)), count)).map(({ type }) => type);

    expect(await seen(centreDirector, 3)).toEqual(["LEAVE_REQUESTED", "LEAVE_APPROVED", "TAKEOVER_STARTED"]);
    expect(await seen(anonymous, 1)).toEqual(["TAKEOVER_STARTED"]);
  });

  it("refuses a cursor it never gave", async () => {
    const events = await staff.subscribe<Event>(anonymous, EVENTS(`after: "yesterday"`));

    expect(await events.next()).toMatchObject({ value: { errors: [{ extensions: { code: "CURSOR_NOT_VALID" } }] } });
  });
});
