import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingIn } from "./acting.js";
import { type Counter, openCounter } from "./counter.js";
import { PROGRESS } from "./documents.js";
import { personas } from "./personas.js";
import { BANK_KEY, type Credentials, type System, startSystem } from "./system.js";

const { officerW2, officerW2B, approverCivil, shanyangOfficer, applicant } = personas;
const bank = { apiKey: BANK_KEY };

let system: System;
let acting: ReturnType<typeof actingIn>;
let counter: Counter;
beforeAll(async () => {
  system = await startSystem({ now: "2026-03-02T09:00:00+08:00" });
  acting = actingIn(system);
  counter = await openCounter(system);
});
afterAll(() => system?.[Symbol.asyncDispose]());

describe("two officers at once", () => {
  it("let one win, and tell the other how the case stands now", async () => {
    const { case: opened } = await counter.open();
    const accept = (who: Credentials) =>
      system.ask<{ acceptCase: { version: number } } | null>(
        who,
        "mutation ($input: AcceptCaseInput!) { acceptCase(input: $input) { version } }",
        { input: { clientMutationId: crypto.randomUUID(), caseId: opened.id, version: opened.version } },
      );

    const both = await Promise.all([accept(officerW2), accept(officerW2B)]);

    const won = both.filter(({ errors }) => !errors);
    const [lost] = both.flatMap(({ errors = [] }) => errors);
    expect(won.map(({ data }) => data)).toEqual([{ acceptCase: { version: opened.version + 1 } }]);
    expect(lost?.extensions).toMatchObject({
      code: "CASE_CHANGED_MEANWHILE",
      caseId: opened.id,
      current: { version: opened.version + 1, status: "ACCEPTED" },
    });
  });

  it("call different visitors", async () => {
    for (let index = 0; index < 2; index += 1) {
      await acting.act(personas.navigator, "takeTicket", { outletId: "taoshan-hall", windowId: "taoshan-w2" }, "id");
    }

    const visits = await Promise.all(
      [officerW2, officerW2B].map((who) =>
        acting.act<{ ticket: { number: string } }>(
          who,
          "callNextTicket",
          { windowId: "taoshan-w2" },
          "ticket { number }",
        ),
      ),
    );

    expect(visits.map(({ ticket }) => ticket.number).sort()).toEqual(["A001", "A002"]);
  });
});

describe("a request that is sent again", () => {
  it("has one effect, also when both are under way at once", async () => {
    const key = { clientMutationId: crypto.randomUUID() };
    const input = {
      windowId: "taoshan-w2",
      matterId: "taoshan-pesticide-licence-change",
      applicant: { kind: "PERSON", name: "测试-桃山-居民-001" },
    };
    const open = () =>
      acting.act<{ case: { id: string }; receipt: object }>(
        officerW2,
        "openCase",
        { ...input, ...key },
        "case { id } receipt { caseNo secret }",
      );

    const [first, second] = await Promise.all([open(), open()]);
    const third = await open();

    expect(second).toEqual(first);
    expect(third).toEqual(first);
  });

  it("must be the same request: a key is not for something else", async () => {
    const key = { clientMutationId: crypto.randomUUID() };
    const { case: one } = await counter.open();
    const { case: other } = await counter.open();
    await acting.act(officerW2, "acceptCase", { ...key, caseId: one.id });

    const refusal = await acting.refused(officerW2, "acceptCase", { ...key, caseId: other.id });

    expect(refusal.code).toBe("IDEMPOTENCY_KEY_REUSED");
  });
});

describe("what a stranger sees of a case (I-G1, I-G2)", () => {
  let caseId: string;
  let caseNo: string;
  beforeAll(async () => {
    const opened = await counter.open("applicant-1");
    caseId = opened.case.id;
    caseNo = opened.receipt.caseNo;
    await acting.act(officerW2, "acceptCase", { caseId });
    await acting.act(approverCivil, "pickUpCase", { caseId });
  });

  const PERSONAL = "applicant { name phone idNumber }";
  const SECRET = /测试-桃山-社团|0464-0000001/;
  /** Every way to one case that the graph has. */
  const paths = (): readonly (readonly [string, string, Record<string, unknown>])[] => [
    ["by id", `query ($id: ID!) { case(id: $id) { caseNo ${PERSONAL} } }`, { id: caseId }],
    ["in a list", `{ cases(first: 50) { nodes { id caseNo ${PERSONAL} } } }`, {}],
    [
      "by a window's visits",
      `{ window(id: "taoshan-w2") { visits { id servedBy { officer { name mobile idNumber } } } } }`,
      {},
    ],
    [
      "by its evaluations",
      `{ evaluations(outletId: "taoshan-hall", first: 50) { nodes { cases { caseNo ${PERSONAL} } visit { id } } } }`,
      {},
    ],
    ["by its log", `query ($id: ID!) { case(id: $id) { log { type case { ${PERSONAL} } } } }`, { id: caseId }],
  ];
  const strangers: readonly (readonly [string, Credentials])[] = [
    ["nobody", null],
    ["a partner", bank],
    ["an officer of another district", shanyangOfficer],
    ["another applicant", { ...applicant, sub: "applicant-2", claims: { applicantId: "applicant-2" } }],
  ];

  it.each(strangers)("is nothing personal, on any path: %s", async (_, who) => {
    for (const [path, query, variables] of paths()) {
      expect(JSON.stringify(await system.ask(who, query, variables)), path).not.toMatch(SECRET);
    }
  });

  it("is nothing personal over a subscription", async () => {
    const query = `subscription ($after: String) {
      caseEvents(outletId: "taoshan-hall", after: $after) { type caseId reason case { caseNo ${PERSONAL} } }
    }`;
    const socket = await system.subscribe<object>(null, query, { after: "0" }, { tolerant: true });
    await using watching = socket;

    const events = await watching.until(3);

    expect(JSON.stringify(events)).not.toMatch(SECRET);
  });

  it("is nothing personal by number and a guessed secret, and not whether the number exists", async () => {
    const guess = (no: string) => system.ask(bank, PROGRESS, { caseNo: no, secret: "AAAAAAAAAAAA" });

    expect(await guess(caseNo)).toEqual(await guess("TAOSHAN-20260302-999999"));
  });

  it("is there for its applicant, its window and its department, in clear or masked as their scopes say", async () => {
    for (const who of [applicant, officerW2, approverCivil]) {
      const { case: own } = await acting.ask<{ case: { applicant: { name: string } } }>(
        who,
        `query ($id: ID!) { case(id: $id) { ${PERSONAL} } }`,
        { id: caseId },
      );
      expect(own.applicant.name).toMatch(/^测/);
    }
  });

  it("is not in the subgraphs either: they answer nobody but the gateway", async () => {
    const port = system.portOf("cases");
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: `{ cases(first: 1) { nodes { ${PERSONAL} } } }` }),
    });

    expect(response.status).toBe(401);
    expect(await response.text()).toContain("CALLER_NOT_TRUSTED");
  });
});
