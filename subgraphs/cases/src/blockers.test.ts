import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { escalateBlockers } from "./blockerActs.js";
import { connect, type Db } from "./store/db.js";
import { answered, type TestCases, underReview } from "./testing/aStoredCase.js";
import { applicant, approver, officer, stranger, supervisor } from "./testing/facts.js";
import { codeOf, startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
let db: Db;
beforeAll(async () => {
  cases = await startTestCases(); // Monday 2 March 2026
  db = connect(cases.databaseUrl);
});
afterAll(async () => {
  await db.$disconnect();
  await cases[Symbol.asyncDispose]();
});

const coordinator = { ...supervisor, claims: { ...supervisor.claims, staffId: "c", role: "COORDINATOR" } };
const raise = (caseId: string, caller = officer, description = "部门间意见不一") =>
  cases.act<{ id: string; dueAt: string }>(caller, "raiseBlocker", { caseId, description }, "id dueAt case { id }");
const resolve = (blockerId: string, caller = officer) =>
  cases.act(caller, "resolveBlocker", { blockerId, resolution: "已协调" }, "id resolvedBy { id }");
const raised = async () => answered(await raise((await underReview(cases)).case.id));

describe("what stands in the way of a case (R117)", () => {
  it("is raised and resolved by who works on the case, once", async () => {
    const { id } = await raised();

    expect(answered(await resolve(id, approver))).toMatchObject({ resolvedBy: { id: "approver" } });
    expect(codeOf(await resolve(id))).toBe("BLOCKER_NOT_OPEN");
    const { case: found } = await underReview(cases);
    for (const caller of [stranger, { ...approver, claims: { ...approver.claims, departmentId: "taoshan-water" } }]) {
      expect(codeOf(await raise(found.id, caller))).toBe("NOT_YOUR_CASE");
    }
    expect(codeOf(await raise(found.id, applicant))).toBe("STAFF_ONLY");
    expect(codeOf(await raise(found.id, officer, " "))).toBe("REASON_REQUIRED");
  });

  it("goes up to the coordination office after two working days, once, which alone resolves it then", async () => {
    const { id, dueAt } = await raised();
    expect(dueAt).toBe("2026-03-04T09:00:00.000Z");
    const ups = () => db.caseEvent.count({ where: { streamId: id, type: "BlockerEscalated" } });

    await escalateBlockers(db, new Date("2026-03-04T08:59:59.999Z"));
    expect(await ups()).toBe(0);
    const due = new Date(dueAt);
    await Promise.all([escalateBlockers(db, due), escalateBlockers(db, due)]);
    await escalateBlockers(db, due);

    expect(await ups()).toBe(1);
    expect(codeOf(await resolve(id))).toBe("BLOCKER_ESCALATED");
    expect(codeOf(await resolve(id, coordinator))).toBe("done");
  });

  it("is told as an alert to those who work on it, and listed until it is resolved", async () => {
    const { caseLogHead: after } = answered(await cases.ask<{ caseLogHead: string }>(officer, "{ caseLogHead }"));
    const { id } = await raised();
    const open = async () =>
      answered(
        await cases.ask<{ blockers: { id: string }[] }>(
          officer,
          `{ blockers(outletId: "taoshan-hall", first: 100) { id } }`,
        ),
      ).blockers.map((one) => one.id);
    await using alerts = await cases.subscribe<{ caseAlerts: { kind: string } }>(
      approver,
      "subscription ($after: String) { caseAlerts(after: $after) { kind } }",
      { after },
    );

    expect(JSON.stringify(await alerts.next())).toContain("BLOCKER_RAISED");
    expect(await open()).toContain(id);
    answered(await resolve(id));
    expect(JSON.stringify(await alerts.next())).toContain("BLOCKER_RESOLVED");
    expect(await open()).not.toContain(id);
  });
});
