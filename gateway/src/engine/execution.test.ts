import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FixtureEngine } from "./fixtures/fixtureEngine.js";
import type { FixtureSubgraph } from "./fixtures/fixtureGraph.js";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])`;
const log: string[] = [];

const people: FixtureSubgraph = {
  name: "people",
  typeDefs: `${link}
    enum Mood { GOOD BAD }
    input Search { mood: Mood = GOOD, names: [String!] = ["Ada"], deep: Search }
    type Query { person: Person people: [Person!] strict: [Person!]! echo(search: Search!, n: Int = 3, f: Float): String broken: Person }
    type Mutation { add(name: String!): Person! fail: String }
    type Person @key(fields: "id") { id: ID! name: String wrongNumber: Int wrongMood: Mood must: String! hidden: Person! }`,
  resolvers: {
    Query: {
      person: () => ({ id: "1", name: "Ada" }),
      people: () => [
        { id: "1", name: "Ada" },
        { id: "2", name: "Lin" },
        { id: "3", name: "Bo" },
      ],
      strict: () => [{ id: "1" }, { id: "2" }],
      echo: (_: unknown, args: object) => JSON.stringify(args),
      broken: () => {
        throw new Error("no person");
      },
    },
    Mutation: {
      add: async (_: unknown, { name }: { name: string }) => {
        log.push(`start ${name}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        log.push(`end ${name}`);
        return { id: name, name };
      },
      fail: () => {
        throw new Error("cannot");
      },
    },
  },
};

const ages: FixtureSubgraph = {
  name: "ages",
  typeDefs: `${link}
    type Mutation { addAge(id: ID!): Person }
    type Person @key(fields: "id") { id: ID! age: Int years: Int! note: String }`,
  resolvers: {
    Mutation: {
      addAge: (_: unknown, { id }: { id: string }) => {
        log.push(`age ${id}`);
        return { id };
      },
    },
    Person: {
      __resolveReference: async ({ id }: { id: string }) => {
        if (id === "3") throw new Error("nobody");
        return id === "2" ? null : { id, years: 7 };
      },
      age: () => 36,
      note: () => {
        throw new Error("no note");
      },
    },
  },
};

describe("executing operations", () => {
  let graph: FixtureEngine;
  beforeAll(async () => {
    graph = await FixtureEngine.over([people, ages]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it("puts an entity's error at every place of the entity, and null for one that is not there", async () => {
    const { data, errors } = await graph.ask("{ people { name age } again: people { age } }");

    const ages = [{ age: 36 }, { age: null }, { age: null }];
    expect(data).toMatchObject({ people: ages, again: ages });
    expect(errors?.map(({ path, message }) => [message, path])).toEqual([
      ["nobody", ["people", 2]],
      ["nobody", ["again", 2]],
    ]);
  });

  it("reports a field's error with the list's index", async () => {
    const { data, errors } = await graph.ask("{ person { id note } people { note } }");

    expect(data?.person).toEqual({ id: "1", note: null });
    expect(errors).toContainEqual(expect.objectContaining({ message: "no note", path: ["person", "note"] }));
    expect(errors).toContainEqual(expect.objectContaining({ message: "no note", path: ["people", 0, "note"] }));
  });

  it("says of a field that it failed, not of fields that were asked for at the same time", async () => {
    const { data } = await graph.ask("{ person { age } people { note } }");

    expect(data?.person).toEqual({ age: 36 });
  });

  it("lets a forbidden null take its parents with it, up to the first that may be null", async () => {
    const { data, errors } = await graph.ask("{ people { name years } }");

    expect(data).toEqual({ people: null });
    expect(errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
      [["people", 2], "DOWNSTREAM_SERVICE_ERROR"],
      [["people", 1, "years"], "FORBIDDEN_NULL"],
    ]);
  });

  it("answers data: null when the null reaches the root", async () => {
    const { data, errors } = await graph.ask("{ strict { years } }");

    expect(data).toBeNull();
    expect(errors?.[0]?.path).toEqual(["strict", 1, "years"]);
  });

  it("coerces variables with defaults, lists and enums as the specification says", async () => {
    const source = "query ($search: Search!, $n: Int, $f: Float = 2) { echo(search: $search, n: $n, f: $f) }";

    const { data } = await graph.ask(source, { search: { names: "Lin", deep: { mood: "BAD" } } });

    expect(JSON.parse(String(data?.echo))).toEqual({
      search: { mood: "GOOD", names: ["Lin"], deep: { mood: "BAD", names: ["Ada"] } },
      n: 3,
      f: 2,
    });
  });

  it.each([
    ["a missing variable", { search: null }, "BAD_USER_INPUT"],
    ["an unknown enum value", { search: { mood: "SO_SO" } }, "BAD_USER_INPUT"],
    ["an unknown field", { search: { what: 1 } }, "BAD_USER_INPUT"],
  ])("refuses %s before anything is fetched", async (_, variables, code) => {
    const { data, errors } = await graph.ask("query ($search: Search!) { echo(search: $search) }", variables);

    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions?.code).toBe(code);
    expect(graph.client.sent).toEqual([]);
  });

  it("runs a mutation's fields one after another, across subgraphs", async () => {
    log.length = 0;

    const { data } = await graph.ask(
      `mutation { a: add(name: "a") { name } b: addAge(id: "b") { age } c: add(name: "c") { name age } }`,
    );

    expect(log).toEqual(["start a", "end a", "age b", "start c", "end c"]);
    expect(data).toEqual({ a: { name: "a" }, b: { age: 36 }, c: { name: "c", age: 36 } });
  });

  it("answers __typename and introspection itself", async () => {
    const { data } = await graph.ask(
      `query ($type: String!) { __typename kind: __type(name: $type) { ...Named } __schema { queryType { name } } }
       fragment Named on __Type { name enumValues { name } }`,
      { type: "Mood" },
    );

    expect(data).toEqual({
      __typename: "Query",
      kind: { name: "Mood", enumValues: [{ name: "GOOD" }, { name: "BAD" }] },
      __schema: { queryType: { name: "Query" } },
    });
    expect(graph.client.sent).toEqual([]);
  });

  it("takes response keys that mean something to JavaScript for what they are", async () => {
    const { data } = await graph.ask("{ __proto__: person { toString: name constructor: id } }");

    expect(Object.entries(data ?? {})).toEqual([["__proto__", { toString: "Ada", constructor: "1" }]]);
  });

  it("fetches nothing that @skip and @include leave out", async () => {
    const source = "query ($no: Boolean!) { person { name age @include(if: $no) } }";

    expect((await graph.ask(source, { no: false })).data).toEqual({ person: { name: "Ada" } });
    expect(graph.client.sent).toHaveLength(1);
    expect((await graph.ask(source, { no: true })).data).toEqual({ person: { name: "Ada", age: 36 } });
  });

  it("chooses the operation by name, and refuses when none or several are meant", async () => {
    const prepared = graph.engine.prepare("query A { person { id } } query B { person { name } }");
    const ask = (operationName?: string) =>
      graph.engine.execute({ prepared, context: undefined, ...(operationName && { operationName }) });

    expect(await ask("B")).toMatchObject({ kind: "single", body: `{"data":{"person":{"name":"Ada"}}}` });
    expect(await ask("C")).toMatchObject({ kind: "refused" });
    expect(await ask()).toMatchObject({ kind: "refused" });
  });

  it("plans an operation once, also when its first requests come together", async () => {
    const prepared = graph.engine.prepare("{ person { id name age } }");
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => graph.engine.execute({ prepared, context: undefined })),
    );

    expect(new Set(outcomes.map((outcome) => outcome.kind === "single" && outcome.body)).size).toBe(1);
  });
});
