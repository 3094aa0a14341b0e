import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createEngine } from "../createEngine.js";
import type { Engine } from "../engine.js";
import { composeFixture, type FixtureSubgraph } from "../fixtures/fixtureGraph.js";
import { type IncrementalResult, resultsOf } from "../fixtures/incremental.js";
import { LocalClient } from "../fixtures/localClient.js";
import { ScriptedClient } from "../fixtures/scriptedClient.js";
import { shop } from "../fixtures/shop.js";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])`;

/** A graph whose subgraphs answer when the test lets them. */
class HeldGraph implements AsyncDisposable {
  readonly asked: string[] = [];
  readonly #holds = new Map<string, PromiseWithResolvers<void>>();

  private constructor(
    private readonly engine: Engine<unknown>,
    client: ScriptedClient,
    local: LocalClient,
  ) {
    client.script = async (subgraph, request) => {
      this.asked.push(subgraph);
      await this.#holds.get(subgraph)?.promise;
      return local.fetch(subgraph, request);
    };
  }

  static async over(subgraphs: readonly FixtureSubgraph[]): Promise<HeldGraph> {
    const { supergraphSdl, schemas } = composeFixture(subgraphs);
    const local = new LocalClient(schemas);
    const client = new ScriptedClient(local);
    return new HeldGraph(await createEngine({ supergraphSdl, client }), client, local);
  }

  /** @returns what lets the subgraph answer */
  hold(subgraph: string): () => void {
    const hold = Promise.withResolvers<void>();
    this.#holds.set(subgraph, hold);
    return hold.resolve;
  }

  async ask(source: string): Promise<IncrementalResult[]> {
    const prepared = this.engine.prepare(source);
    const outcome = await this.engine.execute({ prepared, context: undefined, acceptsDefer: true });
    if (outcome.kind !== "multipart") throw new Error(JSON.stringify(outcome));
    return resultsOf(outcome);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.engine.close();
  }
}

const paths = (parts: readonly IncrementalResult[]) =>
  parts.map(({ incremental }) => incremental?.map(({ path }) => path.join(".")) ?? "first");

describe("a deferred part", () => {
  let graph: HeldGraph;
  beforeAll(async () => {
    graph = await HeldGraph.over(shop);
  });
  beforeEach(() => {
    graph.asked.length = 0;
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it("is fetched at once when it depends on nothing, and delivered after the first result", async () => {
    const release = graph.hold("accounts");

    const parts = graph.ask("{ users { id } ... @defer { topProducts(first: 1) { name } } }");
    await expect.poll(() => graph.asked).toEqual(expect.arrayContaining(["accounts", "products"]));
    release();

    expect(await parts).toMatchObject([
      { data: { users: expect.any(Array) }, hasNext: true },
      { incremental: [{ path: [], data: { topProducts: [{ name: "Table" }] } }], hasNext: false },
    ]);
  });

  it("is fetched as soon as the objects it completes are there, while the rest is still awaited", async () => {
    const release = graph.hold("accounts");

    const parts = graph.ask("{ topProducts(first: 1) { name ... @defer { reviews { id } } } users { id } }");
    await expect.poll(() => graph.asked).toContain("reviews");
    release();

    expect(paths(await parts)).toEqual(["first", ["topProducts.0"]]);
  });

  it("is delivered after the part around it, however early it is done", async () => {
    const release = graph.hold("inventory");

    const parts = graph.ask(`{ topProducts(first: 1) { name
      ... @defer { inStock reviews { id ... @defer { author { name } } } } } }`);
    await expect.poll(() => graph.asked).toContain("accounts");
    release();

    expect(paths(await parts)).toEqual([
      "first",
      ["topProducts.0"],
      [0, 1, 2, 3, 4].map((index) => `topProducts.0.reviews.${index}`),
    ]);
  });

  it("waits for what it depends on, even within a part that waits for nothing", async () => {
    const parts = await graph.ask(`{ topProducts(first: 1) { name
      ... @defer { reviews { id author { ... @defer(label: "empty") { ... @defer(label: "inner") { name } } } } } } }`);

    const inner = parts.flatMap(({ incremental }) => incremental ?? []).filter(({ label }) => label === "inner");
    expect(inner).toHaveLength(5);
    for (const { data, errors } of inner) expect({ data, errors }).toEqual({ data: { name: expect.any(String) } });
  });

  it("is delivered once where its fragment is spread under two conditions, of which one holds", async () => {
    const parts = await graph.ask(`query ($no: Boolean! = false) { ...Top @include(if: $no) ...Top }
      fragment Top on Query { topProducts(first: 1) { ... @defer { reviews { id ... @defer { author { name } } } } } }`);

    expect(paths(parts)).toEqual([
      "first",
      ["topProducts.0"],
      [0, 1, 2, 3, 4].map((index) => `topProducts.0.reviews.${index}`),
    ]);
    expect(parts.flatMap(({ incremental }) => incremental?.flatMap(({ errors }) => errors ?? []) ?? [])).toEqual([]);
  });

  it("of a mutation begins when all mutations have been made", async () => {
    await using orders = await HeldGraph.over([
      {
        name: "orders",
        typeDefs: `${LINK} type Query { orders: Int } type Mutation { place: Order }
          type Order @key(fields: "id") { id: ID! }`,
        resolvers: { Mutation: { place: () => ({ id: "1" }) } },
      },
      {
        name: "bills",
        typeDefs: `${LINK} type Mutation { pay: Int } type Order @key(fields: "id") { id: ID! total: Int }`,
        resolvers: {
          Mutation: { pay: () => 2 },
          Order: { __resolveReference: ({ id }: { id: string }) => ({ id, total: 9 }) },
        },
      },
    ]);

    const parts = await orders.ask("mutation { place { id ... @defer { total } } pay }");

    expect(parts).toMatchObject([
      { data: { place: { id: "1" }, pay: 2 } },
      { incremental: [{ path: ["place"], data: { total: 9 } }] },
    ]);
    expect(orders.asked).toEqual(["orders", "bills", "bills"]);
    await expect(orders.ask("mutation { place { id } ... @defer { pay } }")).rejects.toThrow("single"); // in one piece
  });

  it("is not delivered to an object that an error has made null", async () => {
    await using graph = await HeldGraph.over([
      {
        name: "people",
        typeDefs: `${LINK} type Query { people: [Person] } type Person @key(fields: "id") { id: ID! name: String! }`,
        resolvers: { Query: { people: () => [{ id: "1", name: "Ada" }, { id: "2" }] } },
      },
      {
        name: "ages",
        typeDefs: `${LINK} type Person @key(fields: "id") { id: ID! age: Int mother: Person }`,
        resolvers: {
          Person: { __resolveReference: ({ id }: { id: string }) => ({ id, age: 7, mother: { id: "2" } }) },
        },
      },
    ]);

    const parts = await graph.ask(
      '{ people { name ... @defer(label: "a") { age mother { name ... @defer(label: "b") { age } } } } }',
    );

    expect(parts[0]?.data).toEqual({ people: [{ name: "Ada" }, null] });
    expect(parts.slice(1)).toMatchObject([
      { incremental: [{ path: ["people", 0], data: { age: 7, mother: null } }] },
      {},
    ]);
    expect(paths(parts).flat()).not.toContain("people.0.mother");
    expect(parts.at(-1)?.hasNext).toBe(false);
  });
});
