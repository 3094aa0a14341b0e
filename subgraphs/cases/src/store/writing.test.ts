import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseEvent } from "../domain/caseEvent.js";
import { fold } from "../domain/evolve.js";
import { answered, application, type Opened, opened, type TestCases, underReview } from "../testing/aStoredCase.js";
import { approver, officer } from "../testing/facts.js";
import { startTestCases } from "../testing/startTestCases.js";
import { findHistories } from "./caseLog.js";
import { getCase } from "./caseStore.js";
import { connect, type Db } from "./db.js";
import { firstBroken } from "./hashChain.js";

let cases: TestCases;
let db: Db;
beforeAll(async () => {
  cases = await startTestCases();
  db = connect(cases.databaseUrl);
});
afterAll(async () => {
  await db.$disconnect();
  await cases[Symbol.asyncDispose]();
});

const codes = (answers: readonly { errors?: readonly { extensions: Record<string, unknown> }[] }[]) =>
  answers.map(({ errors }) => errors?.[0]?.extensions.code ?? "done").sort();

describe("a mutation with a client key (I-K15)", () => {
  it("is answered the same when it is retried, though the case has moved on", async () => {
    const { case: found } = await opened(cases);
    const input = { clientMutationId: randomUUID(), caseId: found.id };
    answered(await cases.act(officer, "acceptCase", input));
    answered(await cases.act(approver, "pickUpCase", { caseId: found.id }));

    const again = await cases.act<{ version: number }>(officer, "acceptCase", input);

    expect(again).toMatchObject({ data: { status: "UNDER_REVIEW", version: 3 } });
    expect(await findHistories(db, [found.id])).toHaveLength(3);
  });

  it("opens one case when it arrives several times at once, and prints the same receipt", async () => {
    const input = { ...application, clientMutationId: randomUUID() };

    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        cases.act<Opened>(officer, "openCase", input, "case { id caseNo } receipt { secret }"),
      ),
    );

    expect(new Set(answers.map((answer) => JSON.stringify(answered(answer)))).size).toBe(1);
  });

  it("changes a case once when it arrives several times at once, with the version it was read at", async () => {
    const { case: found } = await opened(cases);
    const input = { clientMutationId: randomUUID(), caseId: found.id, version: 1 };

    const answers = await Promise.all(Array.from({ length: 6 }, () => cases.act(officer, "acceptCase", input)));

    expect(codes(answers)).toEqual(Array(6).fill("done"));
    expect(await findHistories(db, [found.id])).toHaveLength(2);
  });

  it("is refused for other input, and unharmed when the first try was refused", async () => {
    const { case: found } = await opened(cases, { presentRequirementIds: ["m1"] });
    const key = { clientMutationId: randomUUID(), caseId: found.id };
    expect(codes([await cases.act(officer, "acceptCase", key)])).toEqual(["MATERIALS_MISSING"]);
    answered(await cases.act(officer, "receiveMaterials", { caseId: found.id, requirementIds: ["m2", "m3"] }));
    answered(await cases.act(officer, "acceptCase", key));

    expect(codes([await cases.act(officer, "acceptCase", { ...key, committed: true })])).toEqual([
      "IDEMPOTENCY_KEY_REUSED",
    ]);
    expect(codes([await cases.act(officer, "withdrawCase", { ...key, reason: "撤回" })])).toEqual([
      "IDEMPOTENCY_KEY_REUSED",
    ]);
  });
});

describe("two officers acting on one case (I-K16)", () => {
  it("lets one of them win; the other gets the present state", async () => {
    const { case: found } = await underReview(cases);
    const decideIt = (granted: boolean) =>
      cases.act(approver, "decideCase", { caseId: found.id, version: 3, granted, reason: "示例" });

    const answers = await Promise.all([decideIt(true), decideIt(false)]);

    expect(codes(answers)).toEqual(["CASE_CHANGED_MEANWHILE", "done"]);
    const lost = answers.find(({ errors }) => errors)?.errors?.[0]?.extensions;
    const { status, version } = await getCase(db, found.id);
    expect(lost?.current).toEqual({ status, version });
    expect(await findHistories(db, [found.id])).toHaveLength(4);
  });

  it("lets exactly one of many win, also when none says what it has seen", async () => {
    const { case: found } = await opened(cases);

    const answers = await Promise.all(
      Array.from({ length: 12 }, () => cases.act(officer, "acceptCase", { caseId: found.id })),
    );

    expect(codes(answers).filter((code) => code === "done")).toHaveLength(1);
    expect(new Set(codes(answers))).toEqual(
      new Set(
        ["CASE_CHANGED_MEANWHILE", "CASE_TRANSITION_NOT_ALLOWED", "done"].filter((code) =>
          codes(answers).includes(code),
        ),
      ),
    );
    expect((await getCase(db, found.id)).version).toBe(2);
  });

  it("refuses who has seen an older version", async () => {
    const { case: found } = await underReview(cases);

    const { errors } = await cases.act(approver, "decideCase", { caseId: found.id, version: 1, granted: true });

    expect(errors?.[0]?.extensions).toMatchObject({
      code: "CASE_CHANGED_MEANWHILE",
      current: { status: "UNDER_REVIEW", version: 3 },
    });
  });
});

describe("the log (R082, I-K14)", () => {
  it("holds the history whose fold is the stored case, in an unbroken chain", async () => {
    const { case: found } = await underReview(cases);
    const history = await findHistories(db, [found.id]);
    const { applicantId: _, ...state } = await getCase(db, found.id);

    expect(fold(history.map(({ data }) => data as CaseEvent))).toEqual(state);
    expect(firstBroken(history)).toBeNull();
  });

  it("cannot be changed or emptied", async () => {
    const { case: found } = await opened(cases);

    await expect(
      db.$executeRawUnsafe(`update "case_event" set "type" = 'CaseDelivered' where "stream_id" = $1::uuid`, found.id),
    ).rejects.toThrow("append-only");
    await expect(
      db.$executeRawUnsafe(`delete from "case_event" where "stream_id" = $1::uuid`, found.id),
    ).rejects.toThrow("append-only");
    await expect(db.$executeRawUnsafe(`truncate "case_event"`)).rejects.toThrow("append-only");
  });

  it("is written with the case or not at all", async () => {
    const { case: found } = await opened(cases);
    await db.$executeRawUnsafe(
      `create function "no_events"() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`,
    );
    await db.$executeRawUnsafe(
      `create trigger "no_events" before insert on "case_event" execute function "no_events"()`,
    );

    const { errors } = await cases.act(officer, "acceptCase", { caseId: found.id });
    await db.$executeRawUnsafe(`drop trigger "no_events" on "case_event"`);

    expect(errors?.[0]?.extensions).toEqual({ code: "INTERNAL_SERVER_ERROR" });
    expect(await getCase(db, found.id)).toMatchObject({ version: 1, status: "COLLECTED" });
    answered(await cases.act(officer, "acceptCase", { caseId: found.id }));
  });

  it("holds nothing personal of the applicant", async () => {
    const { case: found } = await underReview(cases);
    const rows = await db.$queryRawUnsafe<{ text: string }[]>(
      `select e."data"::text || c."state"::text as "text" from "case_event" e join "case" c on c."id" = e."stream_id" where c."id" = $1::uuid`,
      found.id,
    );

    for (const { text } of rows) expect(text).not.toMatch(/示例社会团体|0464-0000001|applicant-1/);
  });

  it("shows no two cases with one number", async () => {
    const numbers = (await Promise.all(Array.from({ length: 8 }, () => opened(cases)))).map((one) => one.case.caseNo);

    expect(new Set(numbers).size).toBe(8);
    expect(numbers[0]).toMatch(/^TAOSHAN-20260302-\d{6}$/);
  });
});
