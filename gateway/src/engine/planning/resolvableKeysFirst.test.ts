import { expect, it } from "vitest";
import { FixtureEngine } from "../fixtures/fixtureEngine.js";
import type { FixtureSubgraph } from "../fixtures/fixtureGraph.js";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@requires", "@external"])`;

const seats: FixtureSubgraph[] = [
  {
    name: "halls",
    typeDefs: `${LINK}
      type Query { seats: [Seat!]! }
      type Seat @key(fields: "row", resolvable: false) @key(fields: "id row", resolvable: true) {
        id: ID!
        row: Int!
        price: Int! @external
        label: String! @requires(fields: "price")
      }`,
    resolvers: {
      Query: { seats: () => [{ id: "a", row: 1 }] },
      Seat: {
        __resolveReference: (key: { id?: string; price?: number }) => (key.id ? key : null),
        label: ({ id, price }: { id: string; price: number }) => `${id} for ${price}`,
      },
    },
  },
  {
    name: "prices",
    typeDefs: `${LINK}
      type Seat @key(fields: "id") @key(fields: "row", resolvable: false) { id: ID! row: Int! price: Int! }`,
    resolvers: { Seat: { __resolveReference: ({ id }: { id: string }) => ({ id, row: 1, price: 30 }) } },
  },
];

it("comes back for what a @requires was fetched for by a key the subgraph resolves (federation: @key, resolvable)", async () => {
  await using graph = await FixtureEngine.over(seats);

  const answer = await graph.ask("{ seats { label } }");

  expect(answer).toEqual({ data: { seats: [{ label: "a for 30" }] } });
  expect(graph.client.sent.at(-1)?.variables.representations).toEqual([
    { __typename: "Seat", id: "a", row: 1, price: 30 },
  ]);
});
