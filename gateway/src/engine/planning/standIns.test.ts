import type { GraphQLObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FixtureEngine } from "../fixtures/fixtureEngine.js";
import type { FixtureSubgraph } from "../fixtures/fixtureGraph.js";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@requires", "@external"])`;

interface Room {
  readonly id: string;
  readonly area: number;
  readonly windows?: readonly { readonly width: number }[];
}

const surveys: FixtureSubgraph = {
  name: "surveys",
  typeDefs: `${LINK}
    type Query { rooms: [Room!]! }
    type Room @key(fields: "id") { id: ID! area(unit: Unit!): Int! windows: [Window!]! }
    type Window { width(unit: Unit!): Int! }
    enum Unit { METRE FOOT }`,
  resolvers: {
    Query: { rooms: () => [{ id: "hall", area: 20, windows: [{ width: 2 }, { width: 1 }] }] },
    Room: { area: ({ area }: Room, { unit }: { unit: string }) => (unit === "FOOT" ? area * 11 : area) },
    Window: {
      width: ({ width }: { width: number }, { unit }: { unit: string }) => (unit === "FOOT" ? width * 3 : width),
    },
  },
};

const rents: FixtureSubgraph = {
  name: "rents",
  typeDefs: `${LINK}
    type Room @key(fields: "id") {
      id: ID!
      area(unit: Unit!): Int! @external
      windows: [Window!]! @external
      rent(discount: Int = 0): Int! @requires(fields: "area(unit: METRE)")
      rentAbroad: Int! @requires(fields: "area(unit: FOOT)")
      light: Int! @requires(fields: "windows { width(unit: FOOT) }")
      door: String
    }
    type Window @external { width(unit: Unit!): Int! }
    enum Unit { METRE FOOT }`,
  resolvers: {
    Room: {
      __resolveReference: (room: Room) => room,
      rent: ({ area }: Room, { discount }: { discount: number }) => area * 10 - discount,
      rentAbroad: ({ area }: Room) => area * 2,
      light: ({ windows }: Room) => windows?.reduce((sum, { width }) => sum + width, 0),
      door: ({ id }: Room) => `door of the ${id}`,
    },
  },
};

describe("fields required with arguments (federation: @requires takes a field set, whose fields may have arguments)", () => {
  let graph: FixtureEngine;
  beforeAll(async () => {
    graph = await FixtureEngine.over([surveys, rents]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const room = (fields: Record<string, unknown>) => ({ data: { rooms: [fields] } });

  it("are each required with their own arguments", async () => {
    expect(await graph.ask("{ rooms { rent rentAbroad } }")).toEqual(room({ rent: 200, rentAbroad: 440 }));
  });

  it("are told from the client's own use of the field", async () => {
    expect(await graph.ask("{ rooms { area(unit: FOOT) rent } }")).toEqual(room({ area: 220, rent: 200 }));
    expect(await graph.ask("{ rooms { size: area(unit: METRE) rentAbroad } }")).toEqual(
      room({ size: 20, rentAbroad: 440 }),
    );
  });

  it("may lie deep in what is required", async () => {
    const answer = await graph.ask("{ rooms { light windows { width(unit: METRE) } } }");

    expect(answer).toEqual(room({ light: 9, windows: [{ width: 2 }, { width: 1 }] }));
  });

  it("cost a fetch each only where they differ, and take along what requires nothing", async () => {
    const answer = await graph.ask("query ($off: Int) { rooms { rent(discount: $off) light door rentAbroad } }", {
      off: 5,
    });

    expect(answer).toEqual(room({ rent: 195, light: 9, door: "door of the hall", rentAbroad: 440 }));
    const asked = graph.client.sent.filter(({ subgraph }) => subgraph === "rents");
    expect(asked.length).toBeLessThanOrEqual(2);
  });

  it("are in the schema as they were", async () => {
    const fields = Object.keys((graph.engine.schema.getType("Room") as GraphQLObjectType).getFields());

    expect(fields.sort()).toEqual(["area", "door", "id", "light", "rent", "rentAbroad", "windows"]);
  });
});
