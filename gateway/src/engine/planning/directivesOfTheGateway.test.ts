import { expect, it } from "vitest";
import { FixtureEngine } from "../fixtures/fixtureEngine.js";
import type { FixtureSubgraph } from "../fixtures/fixtureGraph.js";

const subgraph = (field: string, argument: string): FixtureSubgraph => ({
  name: field,
  typeDefs: `
    extend schema
      @link(url: "https://specs.apollo.dev/federation/v2.1", import: ["@composeDirective"])
      @link(url: "https://example.test/tone/v1.0", import: ["@tone"])
      @composeDirective(name: "@tone")
    directive @tone(of: Tone!${argument}) on FIELD
    enum Tone { PLAIN FORMAL }
    type Query { ${field}: String }`,
  resolvers: { Query: { [field]: () => field } },
});

it("takes composed executable directives from clients, and keeps them (specification §5.7.1)", async () => {
  await using graph = await FixtureEngine.over([subgraph("farewell", ""), subgraph("greeting", " = PLAIN")]);

  const answer = await graph.ask("query ($tone: Tone! = FORMAL) { greeting @tone farewell @tone(of: $tone) }");

  expect(answer).toEqual({ data: { greeting: "greeting", farewell: "farewell" } });
  expect(graph.client.sent.map(({ query }) => query).join()).not.toContain("@tone");
});
