import { describe, expect, it } from "vitest";
import { FixtureEngine } from "../fixtures/fixtureEngine.js";
import type { FixtureSubgraph } from "../fixtures/fixtureGraph.js";
import { passes, readPath } from "./responsePath.js";
import { TypeRelations } from "./typeRelations.js";

describe("a plan's path", () => {
  const types = new TypeRelations({ subtypes: { Medium: ["Book", "Film"] }, hiddenValues: {} });

  it("is read into keys and filters", () => {
    expect(readPath(["", "shelf", "@|[Book]", "author"], types)).toEqual(["shelf", "@", "|Book|Medium|", "author"]);
    expect(readPath(["shelf|[Book,Film]"], types)).toEqual(["shelf"]);
  });

  it("lets pass what may be of the type", () => {
    expect(passes("|Book|Medium|", { __typename: "Book" })).toBe(true);
    expect(passes("|Book|Medium|", { __typename: "Medium" })).toBe(true);
    expect(passes("|Book|Medium|", { __typename: "Film" })).toBe(false);
    expect(passes("|Book|Medium|", null)).toBe(false);
  });
});

const media: FixtureSubgraph = {
  name: "media",
  typeDefs: `
    type Query { media: [Medium] }
    union Medium = Book | Film
    type Book { person: Person }
    type Film { person: Person }
    type Person @key(fields: "id") { id: ID! }`,
  resolvers: {
    Query: {
      media: () => [
        { __typename: "Book", person: { id: "writer" } },
        { __typename: "Film", person: { id: "director" } },
        { __typename: "Film", person: { id: "writer" } },
      ],
    },
  },
};

const facts = (name: string): FixtureSubgraph => ({
  name,
  typeDefs: `type Person @key(fields: "id") { id: ID! ${name}: String }`,
  resolvers: { Person: { __resolveReference: ({ id }: { id: string }) => ({ id, [name]: `${name} of ${id}` }) } },
});

describe("fields under a type condition (specification §6.3.2: only for objects the fragment applies to)", () => {
  it("are asked for of the objects of that type only", async () => {
    await using graph = await FixtureEngine.over([media, facts("style"), facts("award")]);

    const answer = await graph.ask("{ media { ... on Book { person { style } } ... on Film { person { award } } } }");

    expect(answer).toEqual({
      data: {
        media: [
          { person: { style: "style of writer" } },
          { person: { award: "award of director" } },
          { person: { award: "award of writer" } },
        ],
      },
    });
    const asked = graph.client.sent.slice(1).map(({ subgraph, variables }) => [subgraph, ids(variables)]);
    expect(Object.fromEntries(asked)).toEqual({ style: ["writer"], award: ["director", "writer"] });
  });
});

const ids = (variables: Record<string, unknown>) =>
  Object.values(variables).flatMap((list) => (list as { id: string }[]).map(({ id }) => id));
