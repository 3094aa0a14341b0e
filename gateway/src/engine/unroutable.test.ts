import { expect, it } from "vitest";
import { FixtureEngine } from "./fixtures/fixtureEngine.js";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@interfaceObject"])`;

it("a condition takes no operation away that can be answered without it: the type of an @interfaceObject", async () => {
  await using graph = await FixtureEngine.over([
    {
      name: "drawers",
      typeDefs: `${LINK} type Query { other: Drawer } interface Drawer @key(fields: "id") { id: ID! }`,
    },
    {
      name: "labels",
      typeDefs: `${LINK}
        type Query { drawer: Drawer }
        type Drawer @key(fields: "id", resolvable: false) @interfaceObject { id: ID! label: String }`,
      resolvers: { Query: { drawer: () => ({ id: "d", label: "socks" }) } },
    },
  ]);

  expect(await graph.ask("query ($no: Boolean = false) { drawer { label @skip(if: $no) } }")).toEqual({
    data: { drawer: { label: "socks" } },
  });
});
