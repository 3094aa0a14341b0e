import { expect, it } from "vitest";
import { FixtureEngine } from "../fixtures/fixtureEngine.js";
import type { FixtureSubgraph } from "../fixtures/fixtureGraph.js";

const subgraphs: readonly FixtureSubgraph[] = [
  {
    name: "books",
    typeDefs: `
      type Query { books: [Book!]! }
      type Book @key(fields: "id") { id: ID! }`,
    resolvers: { Query: { books: () => [{ id: "1" }, { id: "2" }] } },
  },
  {
    name: "shops",
    typeDefs: `
      type Book @key(fields: "id") { id: ID! offer(near: String): String offers(most: Int): Int }`,
    resolvers: {
      Book: {
        offer: ({ id }: { id: string }, { near }: { near?: string }) => `${id} near ${near}`,
        offers: (_: unknown, { most }: { most?: number }) => most,
      },
    },
  },
];

it.each([
  [
    "alone",
    "query ($representations: String) { books { offer(near: $representations) } }",
    [{ offer: "1 near 七里" }, { offer: "2 near 七里" }],
  ],
  [
    "beside others, and in a condition",
    `query named($representations: String, $most: Int, $without: Boolean = false) {
      books { offers(most: $most) offer(near: $representations) @skip(if: $without) }
    }
    query other($representations: Int) { books { offers(most: $representations) } }`,
    [
      { offers: 3, offer: "1 near 七里" },
      { offers: 3, offer: "2 near 七里" },
    ],
  ],
])("a variable that is named like the planner's own keeps its value: %s", async (_, source, books) => {
  await using graph = await FixtureEngine.over(subgraphs);

  const outcome = await graph.engine.execute({
    prepared: graph.engine.prepare(source),
    variables: { representations: "七里", most: 3 },
    operationName: source.includes("named") ? "named" : undefined,
    context: undefined,
  });

  expect(outcome.kind === "single" && JSON.parse(outcome.body)).toEqual({ data: { books } });
});
