import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FixtureEngine } from "../fixtures/fixtureEngine.js";
import type { FixtureSubgraph } from "../fixtures/fixtureGraph.js";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
  import: ["@key", "@shareable", "@requires", "@external"])`;

const book = { __typename: "Book", id: "b", title: "Walden" };

/** Says only Book where the other subgraph says any medium. */
const shelves: FixtureSubgraph = {
  name: "shelves",
  typeDefs: `${LINK}
    type Query { shelf: Shelf opened: Book @shareable lent: [Book!] @shareable }
    type Shelf @key(fields: "id") { id: ID! best: Book @shareable metres: Int }
    type Book @shareable { id: ID! title: String }`,
  resolvers: {
    Query: { shelf: () => ({ id: "s" }), opened: () => book, lent: () => [book, book] },
    Shelf: { best: () => book, metres: () => 2, __resolveReference: ({ id }: { id: string }) => ({ id }) },
  },
};

const media: FixtureSubgraph = {
  name: "media",
  typeDefs: `${LINK}
    type Query { opened: Medium @shareable lent: [Medium!] @shareable }
    union Medium = Book | Film
    type Shelf @key(fields: "id") { id: ID! best: Medium @shareable }
    type Book @shareable { id: ID! title: String }
    type Film { id: ID! minutes: Int @shareable }`,
  resolvers: {
    Query: { opened: () => book, lent: () => [book, book] },
    Shelf: { best: () => book, __resolveReference: ({ id }: { id: string }) => ({ id }) },
  },
};

const labels: FixtureSubgraph = {
  name: "labels",
  typeDefs: `${LINK}
    type Shelf @key(fields: "id") {
      id: ID!
      best: Medium @external
      label: String @requires(fields: "best { ... on Book { title } }")
    }
    union Medium = Book | Film
    type Book { title: String @external }
    type Film { minutes: Int @shareable }`,
  resolvers: {
    Shelf: {
      __resolveReference: (shelf: object) => shelf,
      label: ({ best }: { best: { title?: string } }) => `best: ${best.title}`,
    },
  },
};

describe("a field that is of an object type in one subgraph and of a union in the graph", () => {
  let graph: FixtureEngine;
  beforeAll(async () => {
    graph = await FixtureEngine.over([shelves, media, labels]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it.each([
    ["{ opened { ... on Book { title } } }", { opened: { title: "Walden" } }],
    ["{ opened { t: __typename } }", { opened: { t: "Book" } }],
    ["{ lent { ... on Book { id } ... on Film { minutes } } }", { lent: [{ id: "b" }, { id: "b" }] }],
    ["{ shelf { best { ... on Book { title } } } }", { shelf: { best: { title: "Walden" } } }],
  ])("has the fields of its type (§6.3.2): %s", async (source, data) => {
    expect(await graph.ask(source)).toEqual({ data });
  });

  it("is given to a field that requires it (federation: @requires)", async () => {
    expect(await graph.ask("{ shelf { metres label } }")).toEqual({
      data: { shelf: { metres: 2, label: "best: Walden" } },
    });
  });
});
