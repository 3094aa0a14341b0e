import { describe, expect, it } from "vitest";
import { composeFixture } from "../fixtures/fixtureGraph.js";
import { shop } from "../fixtures/shop.js";
import { Planner } from "./planner.js";

const request = (source: string) => ({ source, operationName: undefined, defer: false });
const { supergraphSdl } = composeFixture(shop);

describe("the planner", () => {
  it("tells the graph's facts and plans", async () => {
    const { planner, graph } = await Planner.start(supergraphSdl);

    const { plan } = await planner.plan(request("{ me { id } }"));

    expect(plan.node?.kind).toBe("Fetch");
    expect(graph.subgraphs.map(({ name }) => name)).toEqual(["accounts", "inventory", "products", "reviews"]);
    await planner.close();
  });

  it("refuses what is not a supergraph", async () => {
    await expect(Planner.start("type Query { a: Int }")).rejects.toThrow();
  });

  it("goes on after an operation that takes too long", { timeout: 20_000 }, async () => {
    const { planner } = await Planner.start(supergraphSdl, 400);
    const hopeless = `{ ${Array.from({ length: 3_000 }, (_, at) => `f${at}: topProducts { reviews { author { reviews { product { inStock } } } } }`).join(" ")} }`;

    await expect(planner.plan(request(hopeless))).rejects.toThrow("too long");
    await expect
      .poll(
        () =>
          planner.plan(request("{ me { id } }")).then(
            ({ plan }) => plan.node?.kind,
            () => "not yet",
          ),
        { timeout: 15_000 },
      )
      .toBe("Fetch");
    await planner.close();
  });

  it("makes the plans under way before it closes, and none after", async () => {
    const { planner } = await Planner.start(supergraphSdl);
    const underWay = planner.plan(request("{ users { id } }"));
    await Promise.resolve();

    await Promise.all([underWay, planner.close()]);

    await expect(planner.plan(request("{ me { id } }"))).rejects.toThrow("stopped");
  });
});
