import { randomUUID } from "node:crypto";
import { anonymous } from "@yimen/kernel/caller";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { endForgottenVisits } from "./endForgottenVisits.js";
import { connect } from "./store/db.js";
import { answered, application, opened, type TestCases } from "./testing/aStoredCase.js";
import { applicant, approver, officer, stranger } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
beforeEach(async () => {
  cases = await startTestCases();
});
afterEach(() => cases[Symbol.asyncDispose]());

interface Called {
  readonly id: string;
  readonly ticket: { readonly number: string; readonly status: string };
}
const take = async (lane = "NORMAL", change: object = {}) =>
  answered(
    await cases.act<{ number: string }>(
      officer,
      "takeTicket",
      { outletId: "taoshan-hall", windowId: "taoshan-w2", lane, ...change },
      "number",
    ),
  ).number;
const call = (change: object = {}) =>
  cases.act<Called | null>(
    officer,
    "callNextTicket",
    { windowId: "taoshan-w2", ...change },
    "id ticket { number status }",
  );
const calledNumber = async () => answered(await call())?.ticket.number ?? null;
const codeOf = ({ errors }: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  errors?.[0]?.extensions.code;

describe("a window's queue (R096, R103)", () => {
  it("calls the green lane first, and the normal one after three, though the clock stands still", async () => {
    for (const lane of ["NORMAL", "GREEN", "GREEN", "GREEN", "GREEN", "NORMAL"]) await take(lane);

    const order: (string | null)[] = [];
    for (let n = 0; n < 7; n++) order.push(await calledNumber());

    expect(order).toEqual(["G001", "G002", "G003", "A001", "G004", "A002", null]);
  });

  it("gives each ticket to one officer when two call at once", async () => {
    await take();
    await take();

    const called = await Promise.all([call(), call(), call()]);

    expect(called.map((answer) => answered(answer)?.ticket.number ?? null).sort()).toEqual(["A001", "A002", null]);
  });

  it("begins anew each day", async () => {
    await take();
    cases.world.now = new Date("2026-03-03T01:30:00.000Z");

    expect(await calledNumber()).toBeNull();
    expect(await take()).toBe("A001");
    expect(await calledNumber()).toBe("A001");
  });

  it("answers a retry as the first time, also when nobody waited", async () => {
    const key = { clientMutationId: randomUUID() };
    expect(answered(await call(key))).toBeNull();
    await take();

    expect(answered(await call(key))).toBeNull();
    const next = { clientMutationId: randomUUID() };
    const first = answered(await call(next));
    cases.world.duties.set("officer", { present: false });
    expect(answered(await call(next))).toEqual(first);
  });

  it("is drawn from by staff of the outlet, at its windows, and called by who is on duty", async () => {
    const ticket = { outletId: "taoshan-hall", windowId: "taoshan-w2" };
    expect(codeOf(await cases.act(anonymous, "takeTicket", ticket, "id"))).toBe("STAFF_ONLY");
    expect(codeOf(await cases.act(stranger, "takeTicket", ticket, "id"))).toBe("NOT_YOUR_CASE");
    expect(codeOf(await cases.act(stranger, "takeTicket", { ...ticket, outletId: "shanyang-centre" }, "id"))).toBe(
      "NOT_YOUR_CASE",
    );
    expect(codeOf(await cases.act(approver, "callNextTicket", { windowId: "taoshan-w2" }, "id"))).toBe("NOT_YOUR_CASE");

    cases.world.duties.set("officer", { present: false });
    expect(codeOf(await call())).toBe("NOT_ON_DUTY");
  });
});

describe("a visit (R178)", () => {
  it("that nobody ended is ended with its day, once, and not before: it can be rated then", async () => {
    const { visit } = (await opened(cases)).case; // without a ticket
    const db = connect(cases.databaseUrl);
    const ends = () => db.caseEvent.count({ where: { streamId: visit.id, type: "VisitEnded" } });

    expect(await endForgottenVisits(db, new Date("2026-03-02T15:59:59.999Z"))).toBe(0);
    const midnight = new Date("2026-03-02T16:00:00.000Z");
    await Promise.all([endForgottenVisits(db, midnight), endForgottenVisits(db, midnight)]);

    expect(await ends()).toBe(1);
    expect((await db.visit.findUnique({ where: { id: visit.id } }))?.endedAt).toEqual(midnight);
    await db.$disconnect();
  });

  const ended = (visitId: string, change: object = {}) =>
    cases.act<{ evaluationToken: string; visit: { endedAt: string; ticket: { status: string } } }>(
      officer,
      "endVisit",
      { visitId, ...change },
      "evaluationToken visit { endedAt ticket { status } }",
    );

  it("goes from the call to the farewell, with the cases handed in meanwhile", async () => {
    await take();
    const visit = answered(await call());
    const { case: found } = answered(
      await cases.act<{ case: object }>(
        officer,
        "openCase",
        { ...application, visitId: visit?.id },
        "case { visit { id ticket { number } } }",
      ),
    );

    expect(found).toEqual({ visit: { id: visit?.id, ticket: { number: "A001" } } });
    expect(answered(await ended(visit?.id as string)).visit.ticket.status).toBe("SERVED");
    expect(codeOf(await cases.act(officer, "openCase", { ...application, visitId: visit?.id }, "case { id }"))).toBe(
      "VISIT_NOT_OPEN_HERE",
    );
  });

  it("ends once, whoever asks again gets the same token", async () => {
    await take();
    const id = answered(await call())?.id as string;
    const first = answered(await ended(id, { missed: true }));
    cases.world.now = new Date("2026-03-02T03:00:00.000Z");

    expect(first.visit.ticket.status).toBe("MISSED");
    expect(answered(await ended(id))).toEqual(first);
  });

  it("is ended by its own outlet", async () => {
    await take();
    const visitId = answered(await call())?.id;

    expect(codeOf(await cases.act(stranger, "endVisit", { visitId }, "evaluationToken"))).toBe("NOT_YOUR_CASE");
    expect(codeOf(await cases.act(applicant, "endVisit", { visitId }, "evaluationToken"))).toBe("STAFF_ONLY");
    expect(codeOf(await ended("nothing"))).toBe("VISIT_NOT_FOUND");
  });

  it("tells nobody whose it is: only where, when, who served and which number", async () => {
    const { data } = await cases.ask<{ __type: { fields: { name: string }[] } }>(
      anonymous,
      `{ __type(name: "Visit") { fields { name } } }`,
    );

    expect(data.__type.fields.map(({ name }) => name).sort()).toEqual([
      "endedAt",
      "id",
      "outlet",
      "servedBy",
      "startedAt",
      "ticket",
    ]);
  });
});

describe("the queue's events", () => {
  it("tell an outlet's board what happens, in order", async () => {
    await using events = await cases.subscribe<{ queueEvents: object }>(
      anonymous,
      `subscription { queueEvents(outletId: "taoshan-hall", after: "0") { type ticket { number } visit { servedBy { officer { id } } } window { id } } }`,
    );
    await take("GREEN");
    await calledNumber();

    const window = { id: "taoshan-w2" };
    const ticket = { number: "G001" };
    expect(
      [await events.next(), await events.next(), await events.next()].map(({ data }) => data?.queueEvents),
    ).toEqual([
      { type: "TicketTaken", ticket, visit: null, window },
      { type: "TicketCalled", ticket, visit: null, window },
      { type: "VisitStarted", ticket: null, visit: { servedBy: { officer: { id: "officer" } } }, window },
    ]);
  });
});
