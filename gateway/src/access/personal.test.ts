import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { composeFixture } from "../engine/fixtures/fixtureGraph.js";
import type { ReadAudit, ReadRecord } from "./audit/readAudit.js";
import { aCaller } from "./fixtures/callers.js";
import { GuardedFixture } from "./fixtures/guardedFixture.js";

const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
  @link(url: "https://specs.yimen.example/access/v0.1", import: ["@personal"]) @composeDirective(name: "@personal")
  directive @personal(kind: String!) on FIELD_DEFINITION
`;

const ID_NUMBER = "230105199001011234";
const people = ["1", "2"].map((id) => ({
  __typename: "Person",
  id,
  name: "张三",
  file: { idNumber: ID_NUMBER, phones: ["04648230001", null] },
}));

const graph = composeFixture([
  {
    name: "people",
    typeDefs: `${LINK}
      type Query { person: Person people: [Person!]! named: [Named!]! loose: File }
      type Subscription { seen: Person }
      interface Named { name: String! }
      type Person implements Named @key(fields: "id") { id: ID! name: String! @personal(kind: "NAME") file: File }
      type File { idNumber: String @personal(kind: "ID_NUMBER") phones: [String] @personal(kind: "PHONE") }`,
    resolvers: {
      Query: { person: () => people[0], people: () => people, named: () => people, loose: () => people[0]?.file },
      Subscription: {
        seen: {
          async *subscribe() {
            yield { seen: people[0] };
            yield { seen: people[1] };
          },
        },
      },
      Person: { __resolveReference: ({ id }: { id: string }) => people.find((one) => one.id === id) },
    } as never,
  },
  {
    name: "pets",
    typeDefs: `${LINK}
      type Query { owners: [Person!]! }
      type Person @key(fields: "id") { id: ID! }`,
    resolvers: { Query: { owners: () => [{ id: "1" }, { id: "2" }, { id: "1" }] } } as never,
  },
]);

let written: ReadRecord[] = [];
let isBroken = false;
const audit: ReadAudit = {
  async write(records) {
    if (isBroken) throw new Error("disk full");
    written.push(...records);
  },
  find: async () => [],
  [Symbol.asyncDispose]: async () => {},
};
let logged: object[] = [];
const log = pino({ level: "warn" }, { write: (line: string) => logged.push(JSON.parse(line)) });
const disclosure = { audit, clock: () => new Date("2026-03-02T01:00:00Z"), log };

const officer = aCaller("STAFF", { scopes: ["personal:read"] });
const IN_CLEAR = { name: "张三", file: { idNumber: ID_NUMBER, phones: ["04648230001", null] } };
const MASKED = { name: "张*", file: { idNumber: "2301**********1234", phones: ["0464***0001", null] } };
const PERSON = "{ person { name file { idNumber phones } } }";

let fixture: GuardedFixture;
beforeAll(async () => {
  fixture = await GuardedFixture.over(graph, { disclosure });
});
afterAll(() => fixture[Symbol.asyncDispose]());
beforeEach(() => {
  written = [];
  logged = [];
  isBroken = false;
});

describe("a personal field", () => {
  it.each([
    ["anybody", aCaller("ANONYMOUS"), "curiosity"],
    ["the scope without a purpose", officer, undefined],
    ["a purpose without the scope", aCaller("STAFF"), "check"],
    ["another scope", aCaller("STAFF", { scopes: ["personal"] }), "check"],
  ])("is masked for %s (R125, R130)", async (_, caller, purpose) => {
    expect(await fixture.ask(caller, PERSON, {}, purpose)).toEqual({ data: { person: MASKED } });
    expect(written).toEqual([]);
  });

  it("is in clear with the scope and a purpose, once it is written down (R125, R130)", async () => {
    expect(await fixture.ask(officer, PERSON, {}, "核对身份")).toEqual({ data: { person: IN_CLEAR } });

    expect(written).toEqual(
      ["Person.name", "File.idNumber", "File.phones"].map((field) => ({
        at: "2026-03-02T01:00:00.000Z",
        requestId: "request-1",
        callerKind: "STAFF",
        caller: "staff-1",
        purpose: "核对身份",
        document: expect.stringMatching(/^[0-9a-f]{64}$/),
        operation: "query",
        entityType: "Person",
        entityKey: "1",
        field,
      })),
    );
  });

  it("asked for with the scope and without a purpose is refused in clear, and that is logged (R125)", async () => {
    await fixture.ask(officer, PERSON);
    await fixture.ask(aCaller("STAFF"), PERSON, {}, "check");

    expect(logged).toEqual([
      expect.objectContaining({
        caller: "staff-1",
        requestId: "request-1",
        msg: expect.stringContaining("without a purpose"),
      }),
    ]);
  });

  it("stays masked when it cannot be written down", async () => {
    isBroken = true;

    expect(await fixture.ask(officer, PERSON, {}, "check")).toEqual({ data: { person: MASKED } });
  });

  it("stays masked where no audit is kept", async () => {
    await using without = await GuardedFixture.over(graph);

    expect(await without.ask(officer, PERSON, {}, "check")).toEqual({ data: { person: MASKED } });
  });

  it.each([
    ["a list", "{ a: people { x: name } }"],
    ["an interface", "{ a: named { x: name } }"],
    ["a fragment", "{ a: people { ...F } } fragment F on Person { x: name }"],
    ["a reference", "{ a: owners { x: name } }"],
    ["a reference that repeats", "{ a: owners { x: name } b: owners { x: name } }"],
  ])("is masked and audited alike by %s", async (_, source) => {
    const masked = await fixture.ask(aCaller("STAFF"), source);
    const inClear = await fixture.ask(officer, source, {}, "check");

    expect(JSON.stringify(masked)).not.toContain("张三");
    expect(JSON.stringify(masked)).toContain("张*");
    expect(JSON.stringify(inClear)).toContain("张三");
    expect(written.map(({ entityKey, field }) => `${field} ${entityKey}`).sort()).toEqual([
      "Person.name 1",
      "Person.name 2",
    ]);
  });

  it("is masked and audited in every event of a subscription", async () => {
    const source = "subscription { seen { name } }";

    expect(await fixture.events(aCaller("STAFF"), source)).toEqual([
      { data: { seen: { name: "张*" } } },
      { data: { seen: { name: "张*" } } },
    ]);
    expect(await fixture.events(officer, source, "check")).toEqual([
      { data: { seen: { name: "张三" } } },
      { data: { seen: { name: "张三" } } },
    ]);
    expect(written.map(({ operation, entityKey }) => [operation, entityKey])).toEqual([
      ["event", "1"],
      ["event", "2"],
    ]);
  });

  it("is masked in a deferred part", async () => {
    const source = "{ person { id ... on Person @defer { name } } }";
    const parts = await fixture.parts(aCaller("STAFF"), source);

    expect(parts).toHaveLength(2);
    expect(parts.join()).toContain("张*");
    expect(parts.join()).not.toContain("张三");

    expect((await fixture.parts(officer, source, "check")).join()).toContain("张三");
    expect(written).toHaveLength(1);
  });

  it("is audited also where no entity stands above it", async () => {
    await fixture.ask(officer, "{ loose { idNumber } }", {}, "check");

    expect(written).toMatchObject([{ entityType: null, entityKey: null, field: "File.idNumber" }]);
  });

  it("of a kind that has no mask is a reason not to serve the graph", async () => {
    const supergraphSdl = graph.supergraphSdl.replace('kind: "NAME"', 'kind: "DNA"');

    await expect(GuardedFixture.over({ ...graph, supergraphSdl })).rejects.toMatchObject({
      code: "PERSONAL_KIND_UNKNOWN",
    });
  });
});
