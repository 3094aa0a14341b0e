import { describe, expect, it } from "vitest";
import { FixtureEngine } from "../fixtures/fixtureEngine.js";
import type { FixtureSubgraph } from "../fixtures/fixtureGraph.js";

const cabinet = (owner: string, member: string, field: string): FixtureSubgraph => {
  const papers = [
    { __typename: "Form", title: "form" },
    { __typename: member, [field]: owner },
  ];
  return {
    name: owner,
    typeDefs: `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
      type Query { ${owner}: Cabinet }
      type Cabinet @key(fields: "id") { id: ID! drawer: Drawer @shareable }
      type Drawer @shareable { papers: [Paper!]! }
      union Paper = Form | ${member}
      type Form @shareable { title: String }
      type ${member} { ${field}: String }`,
    resolvers: {
      Query: { [owner]: () => ({ id: "1", drawer: { papers } }) },
      Cabinet: { __resolveReference: () => ({ id: "1", drawer: { papers } }) },
    },
  };
};

describe("a union with other members in each subgraph (federation: union members need not be the same)", () => {
  const graphs = [cabinet("archive", "Deed", "deed"), cabinet("registry", "Seal", "seal")];
  const selection = "drawer { papers { __typename ... on Form { title } ... on Deed { deed } ... on Seal { seal } } }";

  it.each([
    ["archive", { __typename: "Deed", deed: "archive" }],
    ["registry", { __typename: "Seal", seal: "registry" }],
  ])("is answered with the fields of the members that %s has", async (owner, own) => {
    await using graph = await FixtureEngine.over(graphs);

    const answer = await graph.ask(`{ ${owner} { ${selection} } }`);

    const papers = [{ __typename: "Form", title: "form" }, own];
    expect(answer).toEqual({ data: { [owner]: { drawer: { papers } } } });
    expect(graph.client.sent).toHaveLength(1);
  });
});
