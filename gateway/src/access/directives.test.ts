import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCaller } from "./fixtures/callers.js";
import { GuardedFixture } from "./fixtures/guardedFixture.js";
import { payrollGraph, renamings } from "./fixtures/payrollGraph.js";
import { readPolicies } from "./policies.js";

const policies = readPolicies('{"staff": {"kind": ["STAFF"]}}');
const anybody = aCaller("ANONYMOUS");
const partner = aCaller("PARTNER");
const staff = aCaller("STAFF");
const auditor = aCaller("STAFF", { scopes: ["audit"] });
const UNAUTHORIZED = "UNAUTHORIZED_FIELD_OR_TYPE";

let fixture: GuardedFixture;
beforeAll(async () => {
  fixture = await GuardedFixture.over(payrollGraph, { policies });
});
afterAll(() => fixture[Symbol.asyncDispose]());

const denied = (...path: (string | number)[]) =>
  expect.objectContaining({
    path,
    extensions: { code: UNAUTHORIZED },
    message: expect.stringMatching(/[一-龥].* [a-z]/i),
  });

describe("a field that the caller may not see", () => {
  it("is null with an error that says where, and the rest is answered", async () => {
    const answer = await fixture.ask(staff, `{ person(id: "1") { name pay: salary } }`);

    expect(answer).toEqual({
      data: { person: { name: "name-1", pay: null } },
      errors: [denied("person", "pay")],
    });
  });

  it.each([
    ["all of one alternative", ["salary:read", "payroll"], 10],
    ["the other alternative", ["audit"], 10],
    ["half of an alternative", ["payroll"], null],
    ["no scope", [], null],
  ])("needs the scopes of one alternative in full: with %s", async (_, scopes, salary) => {
    const { data } = await fixture.ask(aCaller("STAFF", { scopes }), `{ person(id: "1") { salary } }`);

    expect(data).toEqual({ person: { salary } });
  });

  it("is never asked of a subgraph, nor what only it needed", async () => {
    await fixture.ask(staff, `{ people { name bonus owed } }`);
    expect(JSON.stringify(fixture.client.sent)).not.toMatch(/salary|bonus/);

    await fixture.ask(auditor, `{ people { name bonus } }`);
    expect(JSON.stringify(fixture.client.sent)).toMatch(/salary.*bonus/);
  });

  it("takes its parent with it where it cannot be null", async () => {
    const answer = await fixture.ask(partner, `{ people { name owed } person(id: "1") { owed } }`);

    expect(answer.data).toBeNull();
    expect((await fixture.ask(partner, `{ person(id: "1") { name owed } }`)).data).toEqual({ person: null });
    expect((await fixture.ask(anybody, "{ must }")).data).toBeNull();
  });

  it("is so for a fragment, an alias, a reference and a list alike", async () => {
    const { data, errors } = await fixture.ask(
      staff,
      `{ a: people { ...F } b: person(id: "2") { ... on Person { x: bonus } ...F } } fragment F on Person { salary note }`,
    );

    expect(data).toEqual({
      a: [
        { salary: null, note: "n" },
        { salary: null, note: "n" },
      ],
      b: { x: null, salary: null, note: "n" },
    });
    expect(errors).toHaveLength(4);
  });

  it("leaves a null object null and an emptied one empty", async () => {
    const { data } = await fixture.ask(staff, `{ there: person(id: "1") { salary } not: person(id: "9") { salary } }`);

    expect(data).toEqual({ there: { salary: null }, not: null });
  });
});

describe("a type that the caller may not see", () => {
  it("is not given out by any field that returns it", async () => {
    const { data, errors } = await fixture.ask(partner, `{ person(id: "1") { file { text } } secret { text } }`);

    expect(data).toEqual({ person: { file: null }, secret: { text: "s" } });
    expect(errors).toEqual([denied("person", "file")]);
  });

  it("keeps its fields to itself behind a union", async () => {
    const { data } = await fixture.ask(
      anybody,
      `{ things { __typename ... on Secret { text } ... on Person { name } } }`,
    );

    expect(data).toEqual({
      things: [
        { __typename: "Person", name: "name-1" },
        { __typename: "Secret", text: null },
      ],
    });
    expect(JSON.stringify(fixture.client.sent)).not.toContain("text");
  });
});

describe("a field that only one type behind an interface withholds", () => {
  it.each([
    "{ named { name } }",
    "{ named { ... on Robot { name } ... on Person { name } } }",
    "{ named { ...F } } fragment F on Named { name }",
  ])("has the same answer by %s", async (source) => {
    expect((await fixture.ask(partner, source)).data).toEqual({ named: [{ name: "name-1" }, { name: "R2" }] });
    expect((await fixture.ask(anybody, source)).data).toEqual({ named: [{ name: "name-1" }, { name: null }] });
  });
});

describe("a deferred part", () => {
  it("comes with the whole, so that it can say what is withheld", async () => {
    const source = `{ person(id: "1") { name ... on Person @defer { salary note } } }`;

    const [whole, ...more] = await fixture.parts(staff, source);

    expect(JSON.parse(whole ?? "")).toEqual({
      data: { person: { name: "name-1", salary: null, note: "n" } },
      errors: [denied("person", "salary")],
    });
    expect(more).toEqual([]);
    expect((await fixture.parts(auditor, source)).join()).toContain('"salary":10');
  });
});

describe("a mutation that the caller may not make", () => {
  it("is not made", async () => {
    renamings.count = 0;

    const answer = await fixture.ask(partner, `mutation { rename(id: "1", name: "x") { name } }`);

    expect(answer).toEqual({ data: { rename: null }, errors: [denied("rename")] });
    expect(renamings.count).toBe(0);
    await fixture.ask(staff, `mutation { rename(id: "1", name: "x") { name } }`);
    expect(renamings.count).toBe(1);
  });
});

describe("a subscription", () => {
  it("withholds in its events what a query withholds", async () => {
    expect(await fixture.events(staff, "subscription { renamed { name salary bonus } }")).toEqual([
      {
        data: { renamed: { name: "name-1", salary: null, bonus: null } },
        errors: [denied("renamed", "salary"), denied("renamed", "bonus")],
      },
    ]);
    expect(await fixture.events(auditor, "subscription { renamed { bonus } }")).toEqual([
      { data: { renamed: { bonus: 1 } } },
    ]);
  });

  it("is refused when it is withheld itself", async () => {
    const [answer] = await fixture.events(anybody, "subscription { watched { name } }");

    expect(answer?.errors?.[0]?.extensions?.code).toBe(UNAUTHORIZED);
    expect(await fixture.events(partner, "subscription { watched { name } }")).toHaveLength(1);
  });
});

describe("an operation that reads what its caller may not", () => {
  it("is refused whole where that is configured", async () => {
    await using strict = await GuardedFixture.over(payrollGraph, { policies, onUnauthorized: "refuse" });

    const answer = await strict.ask(staff, `{ person(id: "1") { name salary } }`);

    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.extensions).toEqual({ code: UNAUTHORIZED, fields: ["Person.salary"] });
    expect(strict.client.sent).toEqual([]);
    expect((await strict.ask(staff, `{ person(id: "1") { name } }`)).errors).toBeUndefined();
  });
});
