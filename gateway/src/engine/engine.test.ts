import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FixtureEngine } from "./fixtures/fixtureEngine.js";
import { composeFixture } from "./fixtures/fixtureGraph.js";
import { benchmarkQuery, shop } from "./fixtures/shop.js";
import { stockGateway } from "./fixtures/stockGateway.js";

describe("executing a plan", () => {
  let graph: FixtureEngine;
  beforeAll(async () => {
    graph = await FixtureEngine.over(shop);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it("answers the public benchmark's operation as the stock executor does", async () => {
    const answer = await graph.ask(benchmarkQuery);

    expect(answer).toEqual(await stockGateway(composeFixture(shop))(benchmarkQuery, {}));
    expect(JSON.stringify(answer).length).toBeGreaterThan(40_000);
  });

  it("answers the public benchmark's operation with six fetches, each entity asked for once", async () => {
    await graph.ask(benchmarkQuery);

    expect(graph.client.sent.map(({ subgraph }) => subgraph).sort()).toEqual([
      "accounts",
      "accounts",
      "inventory",
      "products",
      "products",
      "reviews",
    ]);
    for (const { variables } of graph.client.sent) {
      for (const list of Object.values(variables) as unknown[][]) {
        const texts = list.map((representation) => JSON.stringify(representation));
        expect(new Set(texts).size).toBe(texts.length);
      }
    }
  });
});
