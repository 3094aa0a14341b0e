import type { FetchNode, QueryPlanSelectionNode } from "@apollo/query-planner";
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FixtureEngine } from "../fixtures/fixtureEngine.js";
import type { FixtureSubgraph } from "../fixtures/fixtureGraph.js";
import { splitConditionalNeeds } from "./conditionalNeeds.js";
import { Needs } from "./needs.js";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@requires", "@external"])`;

const surveys: FixtureSubgraph = {
  name: "surveys",
  typeDefs: `${LINK}
    type Query { rooms: [Room!]! }
    type Room @key(fields: "id") { id: ID! area: Int! height: Int! }`,
  resolvers: { Query: { rooms: () => [{ id: "hall", area: 20, height: 3 }] } },
};

const rents: FixtureSubgraph = {
  name: "rents",
  typeDefs: `${LINK}
    type Room @key(fields: "id") {
      id: ID!
      area: Int! @external
      height: Int! @external
      rent: Int @requires(fields: "area")
      heating(days: Int!): Int @requires(fields: "area height")
      tenant: String
    }`,
  resolvers: {
    Room: {
      __resolveReference: (room: object) => room,
      rent: ({ area }: { area: number }) => area * 10,
      heating: ({ area, height }: { area: number; height: number }, { days }: { days: number }) => area * height * days,
      tenant: () => "nobody",
    },
  },
};

describe("a field that requires others and is asked for conditionally", () => {
  let graph: FixtureEngine;
  beforeAll(async () => {
    graph = await FixtureEngine.over([surveys, rents]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const room = (fields: Record<string, unknown>) => ({ data: { rooms: [fields] } });

  it.each([
    ["query ($no: Boolean!) { rooms { heating(days: 2) @skip(if: $no) rent tenant } }", "by a variable"],
    ["{ rooms { heating(days: 2) @include(if: false) rent tenant } }", "by a literal"],
    ["query ($no: Boolean!) { rooms { ... @skip(if: $no) { heating(days: 2) } rent tenant } }", "by a fragment"],
    [
      `query ($no: Boolean!) { rooms { ... @include(if: $no) { rent tenant
        ... @include(if: false) { ... @skip(if: true) { heating(days: 2) } } } } }`,
      "by literals in fragments",
    ],
    [
      "query ($no: Boolean!, $d: Int! = 2) { rooms { heating(days: $d) @skip(if: $no) rent tenant } }",
      "with variables",
    ],
  ])("does not take the others with it when it is left out: %s (%s)", async (source) => {
    expect(await graph.ask(source, source.includes("$no") ? { no: true } : {})).toEqual(
      room({ rent: 200, tenant: "nobody" }),
    );
  });

  it("is there when it is not left out", async () => {
    const source = "query ($no: Boolean!) { rooms { heating(days: 2) @skip(if: $no) rent tenant } }";

    expect(await graph.ask(source, { no: false })).toEqual(room({ heating: 120, rent: 200, tenant: "nobody" }));
    expect(graph.client.sent.map(({ subgraph }) => subgraph)).toEqual(["surveys", "rents"]);
  });
});

describe("a fetch that is split by its conditions", () => {
  const needs = new Needs(
    parse(`
      enum join__Graph { RENTS @join__graph(name: "rents") }
      type Room @join__type(graph: RENTS, key: "id") {
        rent: Int @join__field(graph: RENTS, requires: "area")
        heating: Int @join__field(graph: RENTS, requires: "area height")
      }`),
  );
  const field = (name: string): QueryPlanSelectionNode => ({ kind: "Field", name });
  const ofRoom = (...names: string[]): QueryPlanSelectionNode => ({
    kind: "InlineFragment",
    typeCondition: "Room",
    selections: ["__typename", "id", ...names].map(field),
  });

  it("asks for no field without everything that the field requires, whichever fragments the plan has it in", () => {
    const fetch: FetchNode = {
      kind: "Fetch",
      serviceName: "rents",
      requires: [ofRoom(), ofRoom("area"), ofRoom("height")],
      operation: `query ($representations: [_Any!]!, $yes: Boolean!) { _entities(representations: $representations) {
        ... on Room { heating rent @include(if: $yes) } } }`,
      variableUsages: ["yes"],
    } as FetchNode;

    const { node } = splitConditionalNeeds({ kind: "QueryPlan", node: fetch }, needs);

    expect(node).toMatchObject({
      kind: "Parallel",
      nodes: [{ requires: [ofRoom("area", "height")] }, { requires: [ofRoom("area")] }],
    });
  });
});
