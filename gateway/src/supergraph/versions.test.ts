import { describe, expect, it } from "vitest";
import { FixtureEngine } from "../engine/fixtures/fixtureEngine.js";

const graph = (version: string, directives: string, fields: string, onRoot = "") =>
  FixtureEngine.over([
    {
      name: "a",
      typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v${version}", import: ["@key"${directives}])
        type Query { book: Book ${onRoot} }
        type Book @key(fields: "id") { id: ID! ${fields} }`,
      resolvers: { Query: { book: () => ({ id: "1", title: "水浒传" }) } },
    },
  ]);

describe("supergraphs of every version of federation 2 are served", () => {
  it.each([
    ["2.0", `, "@shareable"`, "title: String @shareable"],
    ["2.5", `, "@authenticated", "@requiresScopes"`, `title: String other: Int @requiresScopes(scopes: [["s"]])`],
    ["2.9", `, "@cost", "@listSize"`, "title: String @cost(weight: 2) all: [Int] @listSize(assumedSize: 3)"],
    ["2.12", `, "@cacheTag"`, "title: String", `@cacheTag(format: "book")`],
  ])("such as %s", async (version, directives, fields, onRoot = "") => {
    await using served = await graph(version, directives, fields, onRoot);

    expect(await served.ask("{ book { title } }")).toEqual({ data: { book: { title: "水浒传" } } });
  });
});
