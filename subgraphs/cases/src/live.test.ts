import { anonymous, type Caller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Db } from "./store/db.js";
import { answered, opened, type TestCases, underReview } from "./testing/aStoredCase.js";
import { applicant, approver, officer, stranger } from "./testing/facts.js";
import { markLog } from "./testing/markLog.js";
import { startTestCases } from "./testing/startTestCases.js";

interface Event {
  readonly caseEvents: {
    readonly cursor: string;
    readonly type: string;
    readonly version: number;
    readonly caseId: string;
    readonly reason: string | null;
    readonly case: { readonly version: number } | null;
    readonly by: { readonly officer: { readonly id: string } } | null;
  };
}

const EVENTS = `subscription ($outletId: ID, $windowId: ID, $departmentId: ID, $caseId: ID, $after: String) {
  caseEvents(outletId: $outletId, windowId: $windowId, departmentId: $departmentId, caseId: $caseId, after: $after) {
    cursor type version caseId reason case { version } by { officer { id } }
  }
}`;

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

const follow = (caller: Caller, variables: Record<string, unknown> = {}) =>
  cases.subscribe<Event>(caller, EVENTS, variables);
const head = async () => answered(await cases.ask<{ caseLogHead: string }>(anonymous, "{ caseLogHead }")).caseLogHead;

async function take(events: Awaited<ReturnType<typeof follow>>, count: number) {
  const taken: Event["caseEvents"][] = [];
  while (taken.length < count) taken.push(answered((await events.next()) as never as { data: Event }).caseEvents);
  return taken;
}

describe("the stream of events", () => {
  it("tells every step as it is committed, with the case as it stands then", async () => {
    await using events = await follow(anonymous, { after: await head() });

    const { case: found } = await underReview(cases);

    const seen = await take(events, 3);
    expect(seen.map(({ type, by, caseId }) => [type, by?.officer.id, caseId])).toEqual([
      ["CaseOpened", "officer", found.id],
      ["CaseAccepted", "officer", found.id],
      ["CasePickedUp", "approver", found.id],
    ]);
    for (const { version, case: present } of seen) expect(present?.version).toBeGreaterThanOrEqual(version);
  });

  it("goes on from the last cursor seen, without loss or repetition, over lost connections", async () => {
    const start = await head();
    const written = (async () => {
      for (let n = 0; n < 12; n++) await opened(cases);
    })();
    const seen: string[] = [];
    let cursor = start;
    while (seen.length < 12) {
      await using events = await follow(anonymous, { after: cursor });
      for (const event of await take(events, Math.min(3, 12 - seen.length))) {
        seen.push(event.cursor);
        cursor = event.cursor;
      }
      await db.$executeRaw`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()`;
    }
    await written;

    const committed = await db.caseEvent.findMany({
      where: { stream: "CASE", position: { gt: BigInt(start) } },
      orderBy: { position: "asc" },
    });
    expect(seen).toEqual(committed.map(({ position }) => position.toString()));
  });

  it.each([
    ["of an outlet", { outletId: "taoshan-hall" }, true],
    ["of another outlet", { outletId: "shanyang-centre" }, false],
    ["of a window", { windowId: "taoshan-w2" }, true],
    ["of another window", { windowId: "taoshan-w3" }, false],
    ["of a department", { departmentId: "taoshan-civil-affairs" }, true],
    ["of another department", { departmentId: "taoshan-water" }, false],
  ])("can be narrowed down to that %s", async (_, filter, matches) => {
    await using narrowed = await follow(anonymous, { ...filter, after: await head() });
    const { case: found } = await opened(cases);
    const marked = await markLog(db, filter);

    const [first] = await take(narrowed, 1);

    expect(first?.caseId).toBe(matches ? found.id : marked);
  });

  it("tells the reason of a step to those who see the whole case", async () => {
    const { case: found } = await underReview(cases);
    answered(
      await cases.act(approver, "requestCorrection", {
        caseId: found.id,
        requirementIds: ["m2"],
        reason: "章程缺少会费条款",
      }),
    );

    const reasons = async (caller: Caller) => {
      await using events = await follow(caller, { caseId: found.id, after: "0" });
      return (await take(events, 4)).at(-1)?.reason;
    };
    expect(await reasons(applicant)).toBe("章程缺少会费条款");
    expect(await reasons(officer)).toBe("章程缺少会费条款");
    expect(await reasons(stranger)).toBeNull();
    expect(await reasons(anonymous)).toBeNull();
  });
});
