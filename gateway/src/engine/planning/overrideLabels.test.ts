import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { FixtureEngine } from "../fixtures/fixtureEngine.js";
import { OverrideLabels } from "./overrideLabels.js";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@override"])`;

const graph = (label: string) =>
  FixtureEngine.over([
    {
      name: "new",
      typeDefs: `${LINK} type Query { bill: Bill }
        type Bill @key(fields: "id") { id: ID! amount: Int @override(from: "old", label: "${label}") }`,
      resolvers: { Query: { bill: () => ({ id: "1", amount: 2 }) } },
    },
    {
      name: "old",
      typeDefs: `${LINK} type Bill @key(fields: "id") { id: ID! amount: Int }`,
      resolvers: { Bill: { __resolveReference: () => ({ amount: 1 }) } },
    },
  ]);

describe("a field that moves to another subgraph step by step (federation: @override with a label)", () => {
  it.each([
    ["percent(100)", 2],
    ["percent(0)", 1],
    ["somethingElse", 1],
  ])("is answered by the one that %s means", async (label, amount) => {
    await using moving = await graph(label);

    expect(await moving.ask("{ bill { amount } }")).toEqual({ data: { bill: { amount } } });
  });

  it("moves for its share of documents, always the same ones", () => {
    const supergraph = parse(`type Bill { amount: Int @join__field(graph: NEW, overrideLabel: "percent(25)") }`);
    const documents = Array.from({ length: 1_000 }, (_, at) => `{ bill { a${at}: amount } }`);
    const moved = () =>
      documents.filter((source) => new OverrideLabels(supergraph).conditionsFor(source).get("percent(25)"));

    expect(moved().length).toBeGreaterThan(200);
    expect(moved().length).toBeLessThan(300);
    expect(moved()).toEqual(moved());
  });
});
