import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FixtureEngine } from "../fixtures/fixtureEngine.js";
import { assembled, resultsOf } from "../fixtures/incremental.js";
import { shop } from "../fixtures/shop.js";

describe("@defer", () => {
  let graph: FixtureEngine;
  beforeAll(async () => {
    graph = await FixtureEngine.over(shop);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const ask = async (source: string, variables = {}, acceptsDefer = true) => {
    const outcome = await graph.engine.execute({
      prepared: graph.engine.prepare(source),
      variables,
      context: undefined,
      acceptsDefer,
    });
    return resultsOf(outcome);
  };

  const nested = `query ($if: Boolean! = true) {
    top: topProducts(first: 2) { name ...Later @defer(label: "a", if: $if) }
    users { id ... @defer { name username } }
  }
  fragment Later on Product { inStock reviews { id ... on Review @defer(label: "b") { author { name } } } }`;

  it("answers what is not deferred first, and each part with its label and the path of its object", async () => {
    const parts = await ask(nested);

    expect(parts[0]).toMatchObject({ data: { top: [{ name: "Table" }, { name: "Couch" }] }, hasNext: true });
    expect(parts[0]?.data).not.toHaveProperty("top.0.inStock");
    const entries = parts.flatMap(({ incremental }) => incremental ?? []);
    expect(entries).toContainEqual({ label: "a", path: ["top", 1], data: expect.objectContaining({ inStock: false }) });
    expect(entries).toContainEqual({
      label: "b",
      path: ["top", 0, "reviews", 0],
      data: { author: { name: "Uri Goldshtein" } },
    });
    expect(entries).toContainEqual({ path: ["users", 5], data: { name: "Laurin Quast", username: "laurin" } });
    expect(parts.map(({ hasNext }) => hasNext)).toEqual([...Array(parts.length - 1).fill(true), false]);
  });

  it("adds up to the answer without it", async () => {
    const [whole] = await ask(nested, {}, false);

    expect(assembled(await ask(nested))).toEqual(whole?.data);
    expect(assembled(await ask(nested, { if: false }))).toEqual(whole?.data);
  });

  it("is answered in one piece when nothing is put off", async () => {
    expect(await ask("query ($if: Boolean!) { me { id ... @defer(if: $if) { name } } }", { if: false })).toEqual([
      { data: { me: { id: "1", name: "Uri Goldshtein" } } },
    ]);
  });

  it("defers at the root, too", async () => {
    expect(await ask("{ ... @defer { me { id } } }")).toEqual([
      { data: {}, hasNext: true },
      { incremental: [{ path: [], data: { me: { id: "1" } } }], hasNext: false },
    ]);
  });

  it("ends also when there are no objects for a part", async () => {
    const parts = await ask(`{ user(id: "nobody") { id ... @defer { reviews { id } } } }`);

    expect(parts).toEqual([{ data: { user: null }, hasNext: true }, { hasNext: false }]);
  });
});
