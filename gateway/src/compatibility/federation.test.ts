import { printFederatedSchema } from "@yimen/kernel/subgraphSchema";
import { type GraphQLSchema, graphql } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FixtureEngine } from "../engine/fixtures/fixtureEngine.js";
import { buildArchive } from "./archive.js";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@external", "@requires"])`;

const staff = {
  name: "staff",
  typeDefs: `${LINK}
    type Keeper @key(fields: "badge") { badge: ID! years: Int! kept: Int @shareable title: String! }`,
  resolvers: {
    Keeper: {
      __resolveReference: ({ badge }: object & { badge: string }) => ({ badge, years: 10, kept: 0, title: "never" }),
    },
  },
};

const post = {
  name: "post",
  typeDefs: `${LINK}
    type Query { collection(id: ID!): Collection }
    interface Collection @key(fields: "id") { id: ID! }
    type PaperCollection implements Collection @key(fields: "id") { id: ID! papers: [Paper!]! }
    type Paper @key(fields: "id") { id: ID! extent: Extent! @external postage: Int @requires(fields: "extent { sheets grams }") }
    type Extent @shareable { sheets: Int! grams: Int! }`,
  resolvers: {
    Query: {
      collection: (_: unknown, { id }: { id: string }) => ({
        __typename: "PaperCollection",
        id,
        papers: [{ id: "p2" }],
      }),
    },
    Paper: {
      __resolveReference: (paper: object) => paper,
      postage: ({ extent }: { extent: { sheets: number; grams: number } }) => extent.sheets * extent.grams,
    },
  },
};

describe("a subgraph made of type-graphql classes (federation's subgraph specification)", () => {
  let archive: GraphQLSchema;
  let sdl: string;
  let graph: FixtureEngine;
  beforeAll(async () => {
    archive = await buildArchive();
    sdl = String((await direct("{ _service { sdl } }"))?._service?.sdl).replaceAll(/\s+/g, " ");
    graph = await FixtureEngine.over([
      { name: "archive", typeDefs: printFederatedSchema(archive), schema: archive },
      staff,
      post,
    ]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  async function direct(source: string, representations: readonly object[] = []) {
    const { data, errors } = await graphql({ schema: archive, source, variableValues: { representations } });
    expect(errors).toBeUndefined();
    return data as Record<string, { sdl?: string }> | undefined;
  }

  const entities = async (selection: string, representations: readonly object[]) =>
    (
      await direct(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`,
        representations,
      )
    )?._entities;

  it("tells its schema, with the specification it follows (@link)", () => {
    expect(sdl).toContain("type Query");
    expect(sdl).toMatch(/@link\( ?url: "https:\/\/specs\.apollo\.dev\/federation\/v2\.\d+", import: \[[^\]]*"@key"/);
  });

  it.each([
    [
      "one field",
      "... on Keeper { badge title }",
      { __typename: "Keeper", badge: "k7" },
      { badge: "k7", title: "keeper k7" },
    ],
    [
      "several fields",
      "... on LostPaper { reason }",
      { __typename: "LostPaper", series: "S", number: 9 },
      { reason: "moved" },
    ],
    [
      "a field in a field",
      "... on Research { study { subject } }",
      { __typename: "Research", study: { number: "1" } },
      { study: { subject: "ink" } },
    ],
    ["its first key", "... on Paper { id }", { __typename: "Paper", id: "p2" }, { id: "p2" }],
    ["its second key", "... on Paper { id }", { __typename: "Paper", series: "S", number: 2 }, { id: "p2" }],
    [
      "its third key",
      "... on Paper { id }",
      { __typename: "Paper", series: "S", shelf: { code: "right" } },
      { id: "p2" },
    ],
  ])("completes an entity by %s (@key)", async (_, selection, representation, expected) => {
    expect(await entities(selection, [representation])).toEqual([expected]);
  });

  it.each([
    ["@shareable", /type Extent @shareable|sheets: Int! @shareable/],
    ["@tag", /remark: String! @tag\(name: "internal"\)/],
    ["@inaccessible", /scale: String! @inaccessible/],
    ["@override", /title: String! @(federation__)?override\(from: "staff"\)/],
    ["@provides", /keeper: Keeper! @provides\(fields: "kept"\)/],
    ["@requires", /keptEachYear: Int @requires\(fields: "kept years"\)/],
    ["@external", /years: Int! @external/],
    ["@interfaceObject", /type Collection @key\(fields: "id"\) @(federation__)?interfaceObject/],
    ["@composeDirective", /@composeDirective\(name: "@resumable"\)/],
  ])("says %s in its schema", (_, written) => {
    expect(sdl).toMatch(written);
  });

  it("gives what another subgraph requires, and gets what it requires itself (@requires)", async () => {
    expect(await graph.ask(`{ paper(id: "p1") { postage keeper { keptEachYear } } }`)).toEqual({
      data: { paper: { postage: 720, keeper: { keptEachYear: 3 } } },
    });
  });

  it("provides a field of another subgraph on the way (@provides)", async () => {
    expect(await graph.ask(`{ paper(id: "p1") { keeper { badge kept } } }`)).toEqual({
      data: { paper: { keeper: { badge: "k1", kept: 30 } } },
    });
    expect(graph.client.sent).toHaveLength(1);
  });

  it("takes a field over from another subgraph (@override)", async () => {
    expect(await graph.ask(`{ paper(id: "p1") { keeper { title } } }`)).toEqual({
      data: { paper: { keeper: { title: "keeper k1" } } },
    });
  });

  it("keeps a field from clients of the graph, but not from those who ask it directly (@inaccessible)", async () => {
    expect(await direct(`{ paper(id: "p1") { extent { scale } } }`)).toEqual({ paper: { extent: { scale: "g" } } });
    const { errors } = await graph.ask(`{ paper(id: "p1") { extent { scale } } }`);
    expect(errors?.[0]?.extensions?.code).toBe(undefined);
    expect(errors?.[0]?.message).toContain(`Cannot query field "scale"`);
  });

  it("adds fields to every kind of an interface (@interfaceObject)", async () => {
    expect(
      await graph.ask(
        `{ collection(id: "c1") { __typename lost { reason } ... on PaperCollection { papers { remark } } } }`,
      ),
    ).toEqual({
      data: { collection: { __typename: "PaperCollection", lost: [{ reason: "moved" }], papers: [{ remark: "dry" }] } },
    });
  });

  it("hands its own directive on to the supergraph (@composeDirective)", () => {
    expect(graph.supergraphSdl).toContain("directive @resumable");
    expect(graph.supergraphSdl).toMatch(/latest: String! .*@resumable\(.*head: "latest"/);
  });
});
