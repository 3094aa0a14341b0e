import { randomUUID } from "node:crypto";
import { anonymous } from "@yimen/kernel/caller";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connect, type Db } from "./store/db.js";
import { answered, type TestCases } from "./testing/aStoredCase.js";
import { applicant, approver, officer, stranger } from "./testing/facts.js";
import { codeOf, startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
let db: Db;
beforeAll(async () => {
  cases = await startTestCases();
  db = connect(cases.databaseUrl);
});
beforeEach(() => {
  cases.world.now = new Date("2026-03-02T01:30:00.000Z");
  cases.world.duties.clear();
});
afterAll(async () => {
  await db.$disconnect();
  await cases[Symbol.asyncDispose]();
});

interface Made {
  readonly id: string;
}
let startsAt = Date.parse("2026-03-03T01:00:00.000Z");
const offer = async (capacity = 1, change: object = {}) => {
  startsAt += 60_000; // a window has one slot that begins at a time
  const slot = {
    outletId: "taoshan-hall",
    windowId: "taoshan-w2",
    startsAt: new Date(startsAt),
    endsAt: new Date(startsAt + 1_800_000),
    capacity,
  };
  return cases.act<Made>(officer, "offerAppointmentSlot", { ...slot, ...change }, "id");
};
const slotOf = async (capacity = 1) => answered(await offer(capacity)).id;
const asked = { outletId: "taoshan-hall", matterId: "social", name: "示例申请人", phone: "0464-0000001" };
const request = (caller = officer, change: object = { channel: "PHONE" }) =>
  cases.act<Made>(caller, "requestAppointment", { ...asked, ...change }, "id");
const requested = async () => answered(await request()).id;
const agree = (appointmentId: string, slotId: string, caller = officer) =>
  cases.act<{ status: string; notice: { text: string }; slot: { id: string } }>(
    caller,
    "agreeAppointment",
    { appointmentId, slotId },
    "status notice { text } slot { id free }",
  );
const change = (mutation: string, appointmentId: string, input: object = {}, caller = officer) =>
  cases.act<{ status: string; ticket: { number: string; takenAt: string } | null }>(
    caller,
    mutation,
    { appointmentId, ...input },
    "status ticket { number takenAt }",
  );

describe("a request for an appointment (R097)", () => {
  it.each(["ONSITE", "PHONE", "WECHAT", "CARE_CARD"])("by %s is taken down by the outlet's staff", async (channel) => {
    expect(codeOf(await request(officer, { channel }))).toBe("done");
    expect(codeOf(await request(applicant, { channel }))).toBe("APPOINTMENT_CHANNEL_NOT_VALID");
  });

  it("online is the applicant's own", async () => {
    const { id } = answered(await request(applicant, { channel: "ONLINE" }));

    const own = await cases.ask<{ appointments: Made[] }>(applicant, "{ appointments { id } }");
    expect(answered(own).appointments.map((one) => one.id)).toContain(id);
    expect(codeOf(await request(officer, { channel: "ONLINE" }))).toBe("APPOINTMENT_CHANNEL_NOT_VALID");
    expect(codeOf(await request(stranger))).toBe("NOT_YOUR_CASE");
    expect(codeOf(await request(anonymous))).toBe("STAFF_ONLY");
  });
});

describe("an appointment that is agreed (R098, I-K18)", () => {
  it("has a time, and everything to bring was told", async () => {
    const slotId = await slotOf(2);

    const agreed = answered(await agree(await requested(), slotId));

    expect(agreed).toEqual({
      status: "AGREED",
      notice: { text: "social:申请书、章程草案、住所证明" },
      slot: { id: slotId, free: 1 },
    });
    await expect(
      db.$executeRawUnsafe(`update "appointment" set "notice_text" = null where "slot_id" = $1::uuid`, slotId),
    ).rejects.toThrow("appointment_agreed_check");
  });

  it("never takes more than its slot has room for, however many are agreed at once", async () => {
    const slotId = await slotOf(5);
    const wishes = await Promise.all(Array.from({ length: 24 }, requested));

    const answers = await Promise.all(wishes.map((id) => agree(id, slotId)));

    expect(answers.map(codeOf).filter((code) => code === "done")).toHaveLength(5);
    expect(answers.map(codeOf).filter((code) => code === "SLOT_FULL")).toHaveLength(19);
    expect(await db.appointment.count({ where: { slotId, status: "AGREED" } })).toBe(5);
    expect(await db.appointmentSlot.findUnique({ where: { id: slotId } })).toMatchObject({ booked: 5, capacity: 5 });
  });

  it("is agreed once when it is agreed with two slots at once, and takes one place", async () => {
    const slots = [await slotOf(), await slotOf()];
    const id = await requested();

    const answers = await Promise.all(slots.map((slotId) => agree(id, slotId)));

    const codes = answers.map(codeOf);
    expect(codes).toContain("done");
    // The other came while the first was at it, or found it done.
    expect(["APPOINTMENT_CHANGED_MEANWHILE", "APPOINTMENT_TRANSITION_NOT_ALLOWED"]).toContain(
      codes.find((code) => code !== "done"),
    );
    const booked = await db.appointmentSlot.findMany({ where: { id: { in: slots } } });
    expect(booked.reduce((sum, slot) => sum + slot.booked, 0)).toBe(1);
  });

  it("gives its place back when it is cancelled, once", async () => {
    const slotId = await slotOf();
    const id = await requested();
    answered(await agree(id, slotId));
    const clientMutationId = randomUUID();

    for (let n = 0; n < 2; n++) answered(await change("cancelAppointment", id, { clientMutationId }));

    expect(answered(await agree(await requested(), slotId)).status).toBe("AGREED");
    expect(codeOf(await change("cancelAppointment", id))).toBe("APPOINTMENT_TRANSITION_NOT_ALLOWED");
  });

  it("is not made in a slot that is over, of another outlet, or at a window that does not take the matter", async () => {
    const slotId = await slotOf();
    const id = await requested();

    cases.world.duties.set("officer", { windowDepartmentIds: ["taoshan-finance"] });
    expect(codeOf(await agree(id, slotId))).toBe("SLOT_NOT_OFFERED");
    cases.world.duties.clear();
    expect(codeOf(await agree(id, randomUUID()))).toBe("SLOT_NOT_OFFERED");
    cases.world.now = new Date("2026-03-04T01:30:00.000Z");
    expect(codeOf(await agree(id, slotId))).toBe("SLOT_NOT_OFFERED");
  });
});

describe("a request that cannot be met (R099)", () => {
  it("is refused with the reason, and not without", async () => {
    const id = await requested();

    expect(codeOf(await change("refuseAppointment", id, { reason: " " }))).toBe("REASON_REQUIRED");
    expect(answered(await change("refuseAppointment", id, { reason: "当日已约满" })).status).toBe("REFUSED");
    expect(codeOf(await agree(id, await slotOf()))).toBe("APPOINTMENT_TRANSITION_NOT_ALLOWED");
  });
});

describe("who comes when agreed", () => {
  it("draws a ticket that queues from the agreed time on, on that day only", async () => {
    const slotId = await slotOf();
    const id = await requested();
    answered(await agree(id, slotId));
    expect(codeOf(await change("arriveForAppointment", id))).toBe("APPOINTMENT_NOT_TODAY");

    cases.world.now = new Date("2026-03-03T03:00:00.000Z");
    const walkIn = { outletId: "taoshan-hall", windowId: "taoshan-w2", lane: "NORMAL" };
    answered(await cases.act(officer, "takeTicket", walkIn, "number"));
    cases.world.now = new Date("2026-03-03T03:05:00.000Z");
    const arrived = answered(await change("arriveForAppointment", id));
    const called = await cases.act<{ ticket: { number: string } }>(
      officer,
      "callNextTicket",
      { windowId: "taoshan-w2" },
      "ticket { number }",
    );

    expect(arrived.status).toBe("ARRIVED");
    expect(answered(called).ticket.number).toBe(arrived.ticket?.number);
  });
});

describe("who sees an appointment", () => {
  it("is its outlet and who asked, also live, and nobody else", async () => {
    const { caseLogHead: after } = answered(await cases.ask<{ caseLogHead: string }>(officer, "{ caseLogHead }"));
    await using events = await cases.subscribe<{ appointmentEvents: { type: string } }>(
      applicant,
      "subscription ($after: String) { appointmentEvents(after: $after) { type appointment { id } } }",
      { after },
    );
    const other = await requested();
    const { id } = answered(await request(applicant, { channel: "ONLINE" }));
    const seen = async (caller: typeof officer) =>
      answered(
        await cases.ask<{ appointment: { id: string } | null }>(
          caller,
          "query ($id: ID!) { appointment(id: $id) { id person { name } } }",
          { id },
        ),
      ).appointment?.id;

    expect(JSON.stringify(await events.next())).toContain(id);
    for (const caller of [officer, applicant]) expect(await seen(caller)).toBe(id);
    for (const caller of [anonymous, stranger, approver]) expect(await seen(caller)).toBeUndefined();
    expect(codeOf(await change("cancelAppointment", other, {}, applicant))).toBe("APPOINTMENT_NOT_FOUND");
    const row = await db.caseEvent.findFirst({ where: { streamId: id } });
    expect(JSON.stringify(row?.data)).not.toMatch(/示例申请人|0464/);
  });

  it("offers slots to everybody, ahead and within one day", async () => {
    const slotId = await slotOf(3);

    const { appointmentSlots } = answered(
      await cases.ask<{ appointmentSlots: { id: string; free: number }[] }>(
        anonymous,
        `{ appointmentSlots(outletId: "taoshan-hall", days: 7) { id free } }`,
      ),
    );
    expect(appointmentSlots).toContainEqual({ id: slotId, free: 3 });
    for (const wrong of [{ capacity: 0 }, { startsAt: new Date(0) }, { endsAt: new Date("2026-03-09T01:00:00Z") }]) {
      expect(codeOf(await offer(1, wrong))).toBe("SLOT_NOT_VALID");
    }
    expect(codeOf(await offer(1, { outletId: "elsewhere" }))).toBe("NOT_YOUR_CASE");
  });
});
