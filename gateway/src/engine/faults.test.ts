import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "./createEngine.js";
import type { Engine } from "./engine.js";
import type { Answer } from "./fixtures/fixtureEngine.js";
import { composeFixture } from "./fixtures/fixtureGraph.js";
import { LocalClient } from "./fixtures/localClient.js";
import { type Script, ScriptedClient } from "./fixtures/scriptedClient.js";
import { benchmarkQuery, shop } from "./fixtures/shop.js";
import type { SubgraphResponse } from "./subgraphClient.js";

const down: SubgraphResponse = {
  data: null,
  errors: [{ message: "down", extensions: { code: "SUBGRAPH_UNREACHABLE" } }],
};

describe("when a subgraph fails", () => {
  const { supergraphSdl, schemas } = composeFixture(shop);
  const client = new ScriptedClient(new LocalClient(schemas));
  let engine: Engine<unknown>;

  beforeAll(async () => {
    engine = await createEngine({ supergraphSdl, client });
    return () => engine.close();
  });
  afterEach(() => {
    client.script = () => undefined;
  });

  const ask = async (source: string, script: Script): Promise<Answer> => {
    client.script = script;
    const outcome = await engine.execute({ prepared: engine.prepare(source), context: undefined });
    if (outcome.kind !== "single") throw new Error("not answered");
    return JSON.parse(outcome.body) as Answer;
  };
  const summary = ({ errors }: Answer) => errors?.map(({ path, extensions }) => [path?.join("."), extensions?.code]);

  it("each field it should have brought is null with an error at its path; everything else is answered", async () => {
    const answer = await ask("{ topProducts(first: 2) { name reviews { id } inStock } }", (name) =>
      name === "inventory" ? down : undefined,
    );

    expect(answer.data).toMatchObject({
      topProducts: [
        { name: "Table", inStock: null },
        { name: "Couch", inStock: null },
      ],
    });
    expect(summary(answer)).toEqual([
      ["topProducts.0.inStock", "SUBGRAPH_UNREACHABLE"],
      ["topProducts.1.inStock", "SUBGRAPH_UNREACHABLE"],
    ]);
  });

  it("a root field is null with an error at its path", async () => {
    const answer = await ask("{ users { id } mine: me { name } topProducts(first: 1) { upc } }", (name) =>
      name === "accounts" ? down : undefined,
    );

    expect(answer.data).toEqual({ users: null, mine: null, topProducts: [{ upc: "1" }] });
    expect(summary(answer)).toEqual([
      ["users", "SUBGRAPH_UNREACHABLE"],
      ["mine", "SUBGRAPH_UNREACHABLE"],
    ]);
  });

  it.each<[string, SubgraphResponse]>([
    ["no data and no errors", {}],
    ["no list of entities", { data: { _entities: null } }],
    ["too few entities", { data: { _entities: [] } }],
    ["something else", { data: { hello: "world" } }],
  ])("answering %s, its fields are null with SUBGRAPH_BAD_ANSWER", async (_, response) => {
    const answer = await ask("{ topProducts(first: 1) { upc inStock } }", (name) =>
      name === "inventory" ? response : undefined,
    );

    expect(answer.data).toEqual({ topProducts: [{ upc: "1", inStock: null }] });
    expect(summary(answer)).toEqual([["topProducts.0.inStock", "SUBGRAPH_BAD_ANSWER"]]);
  });

  it.each([
    ["upc", 7],
    ["name", { a: 1 }],
    ["price", "cheap"],
    ["price", 2 ** 40],
  ])("a %s that is %j is null with SUBGRAPH_INVALID_VALUE", async (field, value) => {
    const answer = await ask("{ topProducts { upc name price } }", () => ({
      data: { topProducts: [{ upc: "1", name: "a", price: 1, [field]: value }] },
    }));

    expect(summary(answer)).toEqual([[`topProducts.0.${field}`, "SUBGRAPH_INVALID_VALUE"]]);
  });

  it.each([
    ["an object", {}],
    ["a text", "x"],
  ])("%s in place of a list is null", async (_, topProducts) => {
    expect((await ask("{ topProducts { upc } }", () => ({ data: { topProducts } }))).data).toEqual({
      topProducts: null,
    });
  });

  it("an error without a path, beside complete data, is passed on without one", async () => {
    const answer = await ask("{ topProducts(first: 1) { upc } }", () => ({
      data: { topProducts: [] },
      errors: [{ message: "slow today" }],
    }));

    expect(answer.errors).toEqual([expect.not.objectContaining({ path: expect.anything() })]);
  });

  it("one of several selections that share a request failing as a whole, the others are answered", async () => {
    let merged = 0;
    const answer = await ask(benchmarkQuery, (name, { operation }) => {
      if (name !== "inventory" || !operation.query.includes("_0:_entities")) return undefined;
      merged++;
      return { data: null, errors: [{ message: "no", path: ["_0"] }] };
    });

    expect(merged).toBe(1);
    expect(answer.errors).toBeUndefined();
  });

  it("a subgraph that is down is not asked again for each of several selections", async () => {
    let asked = 0;
    await ask(benchmarkQuery, (name) => (name === "inventory" && asked++ < 9 ? down : undefined));

    expect(asked).toBe(1);
  });

  it("ten thousand errors cost no more than ten thousand errors", async () => {
    const topProducts = Array.from({ length: 10_000 }, (_, upc) => ({ __typename: "Product", upc: String(upc) }));
    const startedAt = performance.now();
    const { errors } = await ask("{ topProducts { upc inStock } }", (name, { variables }) => {
      if (name === "products") return { data: { topProducts } };
      const { representations } = JSON.parse(variables) as { representations: unknown[] };
      const failures = representations.map((_, index) => ({ message: "no", path: ["_entities", index] }));
      return { data: { _entities: representations.map(() => null) }, errors: failures };
    });

    expect(errors).toHaveLength(10_000);
    expect(performance.now() - startedAt).toBeLessThan(3_000); // one walk per error took eight seconds
  });

  it("a request given up by its client is not answered, and its fetches are told", async () => {
    const leaving = new AbortController();
    client.script = () =>
      new Promise((_, reject) => leaving.signal.addEventListener("abort", () => reject(leaving.signal.reason)));
    const answer = engine.execute({
      prepared: engine.prepare("{ users { id } }"),
      context: undefined,
      signal: leaving.signal,
    });

    leaving.abort(new Error("gone"));

    await expect(answer).rejects.toThrow("gone");
  });
});
