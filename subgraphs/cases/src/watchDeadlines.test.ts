import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findHistories } from "./store/caseLog.js";
import { getCase } from "./store/caseStore.js";
import { connect, type Db } from "./store/db.js";
import { answered, opened, type TestCases } from "./testing/aStoredCase.js";
import { approver, officer } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";
import { actOnDeadlines } from "./watchDeadlines.js";

let cases: TestCases;
let db: Db;
let errors: unknown[];
beforeEach(async () => {
  cases = await startTestCases();
  db = connect(cases.databaseUrl);
  errors = [];
});
afterEach(async () => {
  await db.$disconnect();
  await cases[Symbol.asyncDispose]();
});

const lookAt = (at: string) => actOnDeadlines(db, new Date(at), (error) => errors.push(error));
const typesOf = async (id: string) => (await findHistories(db, [id])).map(({ type }) => type);
const accepted = async (change: object = {}, input: object = {}) => {
  const { case: found } = await opened(cases, change);
  answered(await cases.act(officer, "acceptCase", { caseId: found.id, ...input }));
  return found.id;
};

describe("what happens when nobody does anything", () => {
  it("is acceptance, after five working days (I-K6)", async () => {
    const { case: found } = await opened(cases);
    await lookAt("2026-03-09T16:59:59+08:00");
    expect((await getCase(db, found.id)).status).toBe("COLLECTED");

    await lookAt("2026-03-09T17:00:00+08:00");

    expect(await getCase(db, found.id)).toMatchObject({
      status: "ACCEPTED",
      acceptance: { by: null, at: found.version && "2026-03-02T01:30:00.000Z" },
    });
  });

  it("is a warning at 80 % and at 100 %, once each (R131, I-K23)", async () => {
    const id = await accepted();

    for (const day of ["2026-03-06", "2026-03-07", "2026-03-09", "2026-03-10", "2026-03-20"])
      await lookAt(`${day}T17:00:00+08:00`);

    expect(await typesOf(id)).toEqual(["CaseOpened", "CaseAccepted", "WarningRaised", "WarningRaised"]);
    expect((await getCase(db, id)).warned).toEqual([80, 100]);
  });

  it("is the end of a case whose deferred material has not come (I-K2)", async () => {
    const id = await accepted({ presentRequirementIds: ["m1", "m2"] }, { committed: true });

    await lookAt("2026-03-05T08:30:00+08:00");
    expect((await getCase(db, id)).status).toBe("ACCEPTED");
    await lookAt("2026-03-05T17:00:00+08:00");

    expect((await getCase(db, id)).status).toBe("TERMINATED");
    expect(
      (await cases.act(officer, "receiveMaterials", { caseId: id, requirementIds: ["m3"] })).errors?.[0]?.extensions
        .code,
    ).toBe("CASE_TRANSITION_NOT_ALLOWED");
  });

  it("is nothing while the clock is paused", async () => {
    const id = await accepted();
    answered(await cases.act(approver, "pickUpCase", { caseId: id }));
    answered(await cases.act(approver, "startSpecialProcedure", { caseId: id, reason: "现场勘验" }));

    expect(await lookAt("2026-06-30T17:00:00+08:00")).toBe(0);
  });

  it("happens once, however many processes look", async () => {
    const id = await accepted();

    await Promise.all(Array.from({ length: 4 }, () => lookAt("2026-03-06T17:00:00+08:00")));

    expect(await typesOf(id)).toEqual(["CaseOpened", "CaseAccepted", "WarningRaised"]);
    expect(errors).toEqual([]);
  });

  it("is found by the subgraph itself, within a second or two", async () => {
    const { case: found } = await opened(cases);

    cases.world.now = new Date("2026-03-10T01:00:00.000Z");

    await expect.poll(async () => (await getCase(db, found.id)).status, { timeout: 5_000 }).toBe("ACCEPTED");
  });

  it("is noted anew when a deadline has moved, and one broken case holds up no other", async () => {
    const [moved, broken, fine] = [
      (await opened(cases)).case.id,
      (await opened(cases)).case.id,
      (await opened(cases)).case.id,
    ];
    await db.case.updateMany({ where: { id: moved }, data: { nextDeadlineAt: new Date("2026-03-02T01:00:00Z") } });
    await db.$executeRaw`update "case" set "state" = jsonb_set("state", '{openedAt}', '"not a day"') where "id" = ${broken}::uuid`;

    await lookAt("2026-03-03T01:00:00Z");
    expect((await db.case.findUnique({ where: { id: moved } }))?.nextDeadlineAt).toEqual(
      new Date("2026-03-09T09:00:00Z"),
    );
    await lookAt("2026-03-09T17:00:00+08:00");

    expect((await getCase(db, fine)).status).toBe("ACCEPTED");
    expect(errors).toHaveLength(1);
  });
});
